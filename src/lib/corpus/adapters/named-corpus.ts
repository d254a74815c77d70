import { basename, join } from "node:path";
import { InputError } from "../../check";
import type { CorpusTree } from "../corpus-tree";
import type { Recording } from "../recording";
import type { Adapter, OpenedFolder } from "./adapter";
import type { CorpusFacts } from "./corpus-facts";
import { withoutCopies } from "./without-copies";

/**
 * What a file's path says, by the names of the pattern's groups; a group that took no part is left
 * out.
 */
export type Fields = Readonly<Record<string, string>>;

/** A corpus whose files' paths tell everything. */
export interface NamedCorpus {
  readonly name: string;
  readonly facts: Omit<CorpusFacts, "labels">;
  /**
   * Matched without regard to case against the path without its ending, which begins with the root
   * folder's own name. All that tells two recordings apart stands in named groups: files with the
   * same fields are copies. The groups `emotion` and `speaker` are used, all others are kept as
   * columns.
   */
  readonly pattern: RegExp;
  /** Codes as the corpus writes them, with their labels. */
  readonly emotions: Readonly<Record<string, string>>;
  /** The code of the emotion; default: the group `emotion`. */
  readonly code?: (fields: Fields) => string;
  /** Default: the group `speaker`; empty where the names do not tell. */
  readonly speaker?: (fields: Fields) => string;
  /** Further columns, beside those of the groups. */
  readonly columns?: (fields: Fields) => Fields;
  /** What is wrong with a path that matches, after its name. */
  readonly refuses?: (fields: Fields) => string | undefined;
  /**
   * Files that belong to the corpus and are no recordings of it: matched as the pattern is, and
   * told in these words.
   */
  readonly leavesOut?: { readonly pattern: RegExp; readonly words: string };
}

/** An adapter for a corpus whose files' paths tell everything. */
export function namedCorpus(corpus: NamedCorpus): Adapter {
  const labels = [...new Set(Object.values(corpus.emotions))].sort();
  return {
    name: corpus.name,
    about: { ...corpus.facts, labels },
    finds: (tree) => tree.sounds.filter((file) => fieldsOf(corpus, tree, file) !== undefined),
    open: (tree) => openNamed(corpus, tree),
    speakerOf(file) {
      const fields = matchFields(corpus, `/${withoutEnding(file)}`);
      return fields && speakerIn(corpus, fields);
    },
  };
}

function openNamed(corpus: NamedCorpus, tree: CorpusTree): OpenedFolder {
  const outside = (file: string) => corpus.leavesOut?.pattern.test(pathOf(tree, file)) ?? false;
  const left = tree.sounds.filter(outside);
  const found = tree.sounds
    .filter((file) => !outside(file))
    .map((file) => ({ file, fields: fieldsOf(corpus, tree, file) }));
  const strays = found.filter(({ fields }) => fields === undefined).map(({ file }) => file);
  const named = found.flatMap(({ file, fields }) => (fields ? [{ file, fields }] : []));
  const { kept, notes } = withoutCopies(named, ({ fields }) => JSON.stringify(fields).toLowerCase());
  return {
    root: tree.root,
    recordings: kept.map(({ file, fields }) => recordingOf(corpus, tree.root, file, fields)),
    notes: [
      ...notes,
      ...leftOut(left, corpus.leavesOut?.words ?? ""),
      ...leftOut(strays, `not named as recordings of ${corpus.facts.title} are`),
    ],
  };
}

/** In one sentence which files are left out, and why. */
function leftOut(files: readonly string[], why: string): string[] {
  if (files.length === 0) return [];
  const [are, some] = [files.length === 1 ? "file is" : "files are", files.slice(0, 3).join(", ")];
  return [`${files.length} ${are} left out, ${why}: ${some}${files.length > 3 ? ", ..." : ""}.`];
}

function recordingOf(corpus: NamedCorpus, root: string, file: string, fields: Fields): Recording {
  const { emotion: _, speaker: __, ...extra } = fields;
  const wrong = corpus.refuses?.(fields);
  if (wrong) throw new InputError(`${file}: ${wrong}; rename it, or list the files in a metadata.csv`);
  const original = corpus.code?.(fields) ?? fields.emotion;
  return {
    file,
    path: join(root, file),
    speaker: speakerIn(corpus, fields),
    emotion: labelOf(corpus, original, file),
    extra: { original, ...extra, ...genderOf(fields), ...corpus.columns?.(fields) },
  };
}

function labelOf({ emotions, facts }: NamedCorpus, code: string, file: string): string {
  const known = Object.keys(emotions).find((other) => other.toLowerCase() === code.toLowerCase());
  if (known !== undefined) return emotions[known];
  const what = code.length === 1 ? "letter" : "code";
  throw new InputError(
    `${file}: unknown emotion ${what} "${code}", ${facts.title} has ${Object.keys(emotions).join(", ")}; rename it, or list the files in a metadata.csv`,
  );
}

function genderOf({ gender = "" }: Fields): Fields {
  if (/^(f|w|female)$/i.test(gender)) return { gender: "female" };
  return /^(m|male)$/i.test(gender) ? { gender: "male" } : {};
}

function speakerIn(corpus: NamedCorpus, fields: Fields): string {
  return corpus.speaker?.(fields) ?? fields.speaker ?? "";
}

function fieldsOf(corpus: NamedCorpus, tree: CorpusTree, file: string): Fields | undefined {
  return matchFields(corpus, pathOf(tree, file));
}

function matchFields({ pattern }: NamedCorpus, path: string): Fields | undefined {
  const groups = pattern.exec(path)?.groups;
  return groups && Object.fromEntries(Object.entries(groups).filter(([, value]) => value !== undefined));
}

function pathOf({ root }: CorpusTree, file: string): string {
  return `${basename(root)}/${withoutEnding(file)}`;
}

function withoutEnding(file: string): string {
  return file.replace(/\.[^./]+$/, "");
}
