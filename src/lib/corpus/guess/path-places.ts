/**
 * A place in the paths of a tree, such as the folder that holds the file, and what stands there in
 * each path.
 */
export interface PathPlace {
  /** In words: "the folder that holds the file". */
  readonly words: string;
  readonly kind: "folder" | "field";
  /** What stands there, by file; undefined where a path has no such place. */
  readonly values: readonly (string | undefined)[];
}

const MOST_PLACES = 8;
const ORDINALS = ["the first", "the second", "the third"];

/**
 * The places of paths: folders, counted from the file; fields of the name between separators,
 * counted from its beginning and from its end; runs of letters or digits.
 *
 * @param files paths with forward slashes
 * @example pathPlaces(["Angry/a_1.wav"])[0] // { words: "the folder that holds the file", kind: "folder", values: ["Angry"] }
 */
export function pathPlaces(files: readonly string[]): PathPlace[] {
  const folders = files.map((file) => file.split("/").slice(0, -1).reverse());
  const stems = files.map((file) =>
    file
      .split("/")
      .at(-1)!
      .replace(/\.[^.]+$/, ""),
  );
  const fields = stems.map((stem) => stem.split(/[\s_.()[\]-]+/).filter(Boolean));
  const runs = stems.map((stem) => stem.match(/\p{L}+|\d+/gu) ?? []);
  return [
    ...places(folders, "folder", folderWords),
    ...places(fields, "field", (k) => `${ordinal(k)} field of the name`),
    ...places(
      fields.map((parts) => [...parts].reverse()),
      "field",
      (k) => `${k === 0 ? "the last" : `${ordinal(k)} from the last`} field of the name`,
    ),
    ...places(runs, "field", (k) => `${ordinal(k)} run of letters or digits in the name`),
  ];
}

function places(
  parts: readonly (readonly string[])[],
  kind: PathPlace["kind"],
  wordsOf: (k: number) => string,
): PathPlace[] {
  const longest = Math.min(
    MOST_PLACES,
    parts.reduce((most, { length }) => Math.max(most, length), 0),
  );
  return Array.from({ length: longest }, (_, k) => ({
    words: wordsOf(k),
    kind,
    values: parts.map((row) => row[k]),
  }));
}

function folderWords(k: number): string {
  return k === 0 ? "the folder that holds the file" : `the folder ${k} above the one that holds the file`;
}

function ordinal(k: number): string {
  return ORDINALS[k] ?? `the ${k + 1}th`;
}
