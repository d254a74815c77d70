import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../disk/paths";

/** What some packages hold of others, in WebAssembly. */
const inside: Readonly<Record<string, string>> = {
  "mpg123-decoder":
    "It holds mpg123 as WebAssembly, under the GNU Lesser General Public License 2.1 or later, unchanged; its source: https://www.mpg123.de, built by https://github.com/eshaz/wasm-audio-decoders. The licence: https://www.gnu.org/licenses/old-licenses/lgpl-2.1.txt",
  "opus-decoder":
    "It holds libopus as WebAssembly, BSD-3-Clause, Copyright Xiph.Org, Skype Limited and others.",
  "@wasm-audio-decoders/ogg-vorbis":
    "It holds libogg and libvorbis as WebAssembly, BSD-3-Clause, Copyright Xiph.Org Foundation.",
};

/**
 * The notices that go with what is handed on: for each npm package its version, licence, authors
 * and the text of its licence, where it has one.
 *
 * @param packages names, in any order
 */
export function thirdPartyNotices(packages: readonly string[]): string {
  const notices = [...new Set(packages)].sort().map(noticeOf);
  return `This folder holds parts of the following software.\n\n${notices.join("\n\n")}\n`;
}

function noticeOf(name: string): string {
  const folder = join(projectRoot, "node_modules", name);
  const { version, license, author, homepage } = JSON.parse(
    readFileSync(join(folder, "package.json"), "utf8"),
  );
  const by = typeof author === "string" ? author : author?.name;
  const licence = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
  return [
    `== ${name} ${version}: ${license}`,
    [by && `by ${by}`, homepage].filter(Boolean).join(", "),
    inside[name],
    licence && existsSync(join(folder, licence)) && readFileSync(join(folder, licence), "utf8").trim(),
  ]
    .filter(Boolean)
    .join("\n");
}
