import { existsSync } from "node:fs";
import { basename } from "node:path";
import { isFolder } from "../../disk/is-folder";
import { listTree } from "../../disk/list-tree";
import type { Corpus, Recording } from "../recording";
import type { Problem } from "./problem";

/** Up to as many missing files are told one by one. */
const FEW = 3;

/**
 * Files that are missing in numbers are one problem: told in a sentence that says where they lie,
 * where they are found.
 */
export function gatherMissing(corpus: Corpus, unreadable: readonly Problem[]): Problem[] {
  const byFile = new Map(corpus.recordings.map((recording) => [recording.file, recording]));
  const isMissing = ({ file }: Problem) => !existsSync(byFile.get(file ?? "")?.path ?? ".");
  const missing = unreadable.filter(isMissing).map(({ file }) => byFile.get(file!)!);
  if (missing.length <= FEW) return [...unreadable];
  const others = unreadable.filter((problem) => !isMissing(problem));
  return [{ severity: "unreadable", message: sentence(corpus, missing) }, ...others];
}

function sentence(corpus: Corpus, missing: readonly Recording[]): string {
  const { name, root, manifest, recordings } = corpus;
  const of = recordings.length;
  const count = missing.length === of ? `none of ${of} files is` : `${missing.length} of ${of} files are not`;
  const some = missing.slice(0, FEW).map(({ file }) => file);
  const cure =
    cureOf(corpus, missing) ?? "correct the names, or tell the folder that they count from: --audio-root DIR";
  return `${manifest ?? name}: ${count} found under ${root} (${some.join(", ")}, ...); ${cure}`;
}

/** Where files of these names lie below the corpus's or the manifest's folder. */
function cureOf({ root, manifestFolder }: Corpus, missing: readonly Recording[]): string | undefined {
  for (const folder of new Set([manifestFolder ?? root, root])) {
    const listed = isFolder(folder) ? listTree(folder) : [];
    const files = listed.filter((file) => existsSync(`${folder}/${file}`));
    const byName = new Map(files.map((file) => [basename(file), file]));
    const found = missing.find(({ path }) => byName.has(basename(path)));
    if (!found) continue;
    const base = beforeSharedEnding(byName.get(basename(found.path))!, found.path);
    const place = base === "" ? folder : `${folder}/${base}`;
    const words =
      base === "" && folder === manifestFolder ? "they lie beside the manifest" : `they lie under ${place}`;
    return `${words}: --audio-root ${place}`;
  }
  return undefined;
}

/** What stands in a path before the folders that it shares with the end of another. */
function beforeSharedEnding(path: string, other: string): string {
  const [parts, ending] = [path.split("/"), other.split(/[\\/]/)];
  while (parts.length > 0 && parts.at(-1) === ending.at(-1)) {
    parts.pop();
    ending.pop();
  }
  return parts.join("/");
}
