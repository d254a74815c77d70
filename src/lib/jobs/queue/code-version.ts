import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { listTree } from "../../disk/list-tree";
import { projectRoot } from "../../disk/paths";

/**
 * What code this is: the project's version, Node's, and a digest of the library's files and of the
 * versions of its packages. Machines whose versions are the same compute the same.
 *
 * @returns such as "0.1.0, Node 20.20.2, sources 3f2a9c01b7de"
 */
export function codeVersion(): string {
  const { version } = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8"));
  const hash = createHash("sha256").update(readFileSync(join(projectRoot, "package-lock.json")));
  const library = join(projectRoot, "src/lib");
  for (const file of listTree(library)) {
    if (!/\.test\.\w+$/.test(file)) hash.update(`${file}\n`).update(readFileSync(join(library, file)));
  }
  return `${version}, Node ${process.versions.node}, sources ${hash.digest("hex").slice(0, 12)}`;
}
