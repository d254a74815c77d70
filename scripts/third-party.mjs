// Writes THIRD-PARTY.md: what is installed, by whom it is licensed, and how. With --check it only
// says whether the file is current; `node scripts/third-party.mjs [--check]`.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./setup/step.mjs";

const path = join(root, "THIRD-PARTY.md");
const old = existsSync(path) ? readFileSync(path, "utf8") : "";
/** What packages hold of others, or how their licence is to be read. */
const inside = {
  "codec-parser": "not in the page: the project reads OGG pages itself",
  "mpg123-decoder":
    "mpg123 in WebAssembly, LGPL-2.1-or-later, source: https://www.mpg123.de and https://github.com/eshaz/wasm-audio-decoders",
  "opus-decoder": "libopus in WebAssembly, BSD-3-Clause",
  "@wasm-audio-decoders/ogg-vorbis": "libogg and libvorbis in WebAssembly, BSD-3-Clause",
  "@tensorflow/tfjs-node": "libtensorflow, Apache-2.0",
  "typed-function": "MIT, in its LICENSE file",
};

/** Packages of npm as the lock file has them, those of other platforms among them. */
function npmRows() {
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  const rows = Object.entries(packages).filter(([place, { link }]) => place !== "" && !link);
  const named = rows.map(([place, { name, version, license, dev }]) => {
    const known = name ?? place.slice(place.lastIndexOf("node_modules/") + 13);
    return [
      known,
      version,
      license ?? inside[known] ?? "see its files",
      dev ? "development" : "",
      inside[known] ?? "",
    ];
  });
  return unique(named);
}

/** Packages of pip as they stand in .venv; undefined without one. */
function pipRows() {
  const lib = join(root, ".venv", "lib");
  if (!existsSync(lib)) return undefined;
  const packages = join(
    lib,
    readdirSync(lib).find((name) => name.startsWith("python")),
    "site-packages",
  );
  const infos = readdirSync(packages).filter((name) => name.endsWith(".dist-info"));
  const rows = infos.map((info) => {
    const text = readFileSync(join(packages, info, "METADATA"), "utf8").split("\n\n")[0];
    const field = (name) => new RegExp(`^${name}: (.+)$`, "m").exec(text)?.[1].trim();
    const classes = [...text.matchAll(/^Classifier: License :: (?:OSI Approved :: )?(.+)$/gm)].map(
      ([, name]) => name.trim(),
    );
    const licence =
      field("License-Expression") ?? (classes.length > 0 ? classes.join(", ") : field("License"));
    return [field("Name"), field("Version"), licence ?? "see its files"];
  });
  // what makes the environment, not what is in it
  return unique(rows.filter(([name]) => !["pip", "setuptools", "papermill-typescript"].includes(name)));
}

function unique(rows) {
  const lines = new Set(rows.map((cells) => `| ${cells.join(" | ").replace(/\s+$/, "")} |`));
  return [...lines].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
}

const pip = pipRows();
/**
 * Of another Python: it may have some packages more or less, but each that is here must be told.
 */
const pipLines =
  pip ??
  old
    .split("## Python")[1]
    ?.split("\n")
    .filter((line) => line.startsWith("| ") && !/^\| (package|---)/.test(line)) ??
  [];
/** Licences that ask more than a notice of who hands on what is installed. */
const strict = (pip ?? []).filter((line) => /\bA?GPL|\bLGPL|General Public/.test(line));
for (const line of strict) console.error(`a Python package is under the GPL or LGPL; leave it out: ${line}`);
if (strict.length > 0) process.exitCode = 1;
const text = `# Third-party software

What \`npm run setup\` installs. Made by \`node scripts/third-party.mjs\`; \`npm run check\` says where it is out of date. Nothing of it
is in this repository. What an exported site holds of it is told in the site's own \`NOTICES.txt\`.

## Node packages

| package | version | licence | for | holds |
| --- | --- | --- | --- | --- |
${npmRows().join("\n")}

## Python packages

| package | version | licence |
| --- | --- | --- |
${pipLines.join("\n")}
`;

if (!process.argv.includes("--check")) writeFileSync(path, text);
else if (!isCurrent()) {
  console.error("THIRD-PARTY.md is out of date: run node scripts/third-party.mjs");
  process.exitCode = 1;
}

function isCurrent() {
  const [oldNode, oldPython = ""] = old.split("## Python packages");
  return (
    oldNode === text.split("## Python packages")[0] && pipLines.every((line) => oldPython.includes(line))
  );
}
