// Refuses installed packages whose licence is not on the list below; `node scripts/licences.mjs`.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./setup/step.mjs";

/** Licences that ask for a notice at most. */
const allowed = new Set([
  ..."MIT MIT-0 ISC 0BSD BSD-2-Clause BSD-3-Clause Apache-2.0 BlueOak-1.0.0 Unlicense Python-2.0".split(" "),
]);

/** By package: looked at, and why it may stay. */
const exceptions = {
  "@resvg/resvg-js": "MPL-2.0: used as it is, not handed on",
  "codec-parser": "LGPL-3.0-or-later: finds the frames of OGG, used as it is",
  "dejavu-fonts-ttf": "Bitstream Vera licence, free to use and hand on",
  "typed-function": "MIT, in its LICENSE file; the field is missing",
  zeromq: "MIT and MPL-2.0 (libzmq): used as it is, not handed on",
};

const packages = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
const refused = Object.keys(packages)
  .filter((path) => path !== "" && existsSync(join(root, path, "package.json")))
  .map((path) => JSON.parse(readFileSync(join(root, path, "package.json"), "utf8")))
  .filter(({ name, license }) => !isAllowed(license) && !isException(name))
  .map(({ name, version, license }) => `${name} ${version}: ${JSON.stringify(license) ?? "no licence"}`);

/** An expression such as "(MIT OR GPL-3.0)": one of the choices must be allowed whole. */
function isAllowed(license) {
  const text = typeof license === "string" ? license : (license?.type ?? "");
  const choices = text.replace(/[()]/g, "").split(" OR ");
  return choices.some((choice) => choice.split(" AND ").every((part) => allowed.has(part.trim())));
}

/** The binaries of a package go with it: @resvg/resvg-js-linux-x64-gnu. */
function isException(name) {
  return Object.keys(exceptions).some((known) => name === known || name.startsWith(`${known}-`));
}

for (const line of refused)
  console.error(
    `${line} is no licence on the list of scripts/licences.mjs; leave the package out, or say why it may stay`,
  );
process.exitCode = refused.length > 0 ? 1 : 0;
