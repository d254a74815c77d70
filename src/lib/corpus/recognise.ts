import { basename, join } from "node:path";
import { InputError } from "../check";
import { isFolder } from "../disk/is-folder";
import type { Adapter } from "./adapters/adapter";
import { CORPORA } from "./adapters/corpora";
import { FORMS } from "./adapters/forms";
import { loneTable, manifest } from "./adapters/forms/manifest";
import { readHeader } from "./adapters/forms/read-header";
import { sidecars } from "./adapters/forms/sidecars";
import { isTextTable } from "./adapters/forms/table-files";
import { tracks } from "./adapters/forms/tracks";
import type { CorpusTree } from "./corpus-tree";

/** What cannot be opened as it lies there, by the endings of its files, with the cure. */
const UNOPENED: readonly [ending: RegExp, cure: string][] = [
  [/\.(zip|rar|7z|tar|tgz|tar\.gz|tar\.bz2|tar\.xz)$/i, "unpack the archives, and pass the folder"],
  [
    /\.arrow$/i,
    'it was saved by save_to_disk: write it as Parquet, datasets.load_from_disk(DIR).to_parquet("train.parquet")',
  ],
  [
    /\.(pkl|pickle|npy|npz|pt|h5|hdf5|tfrecord.*)$/i,
    "only Python reads these: write the table as CSV or Parquet, and the sound as files",
  ],
  [/\.(xlsx?|ods|sav)$/i, "save the sheet as metadata.csv"],
  [/\.arff$/i, "write its names and classes as metadata.csv (file, emotion, speaker)"],
  [/\.collection$/i, "save each TextGrid of the collection as a file beside its recording"],
];

/** A folder of sounds that no adapter knows; `ser corpus` guesses what its paths tell. */
export class UnknownTree extends InputError {
  /** What a table in the folder lacks, where there is one. */
  readonly hint: string;

  constructor(readonly tree: CorpusTree) {
    const { path, sounds } = tree;
    const table = headlessTable(tree);
    const hint =
      table === undefined
        ? unopenedHint(tree)
        : `${table} lists them without a header: write file, emotion, speaker above it; or `;
    super(
      `${path} is not a corpus that can be opened: its ${sounds.length} sounds (${someOf(sounds)}) are named as no corpus of \`ser corpora\` names them; ${hint}add a metadata.csv with the columns file, emotion, speaker: \`ser corpus --corpus ${path} --write-manifest\` writes a draft of it to correct`,
    );
    this.hint = hint;
  }
}

/** What beside the sounds may hold their labels and cannot be read. */
function unopenedHint({ files }: CorpusTree): string {
  const found = UNOPENED.map(([ending, cure]) => ({ file: files.find((file) => ending.test(file)), cure }));
  const [first] = found.filter(({ file }) => file !== undefined);
  return first === undefined ? "" : `${first.file} is not read, ${first.cure}; or `;
}

/** A table in the folder whose first line names a sound already, where its header should stand. */
function headlessTable({ root, files, sounds }: CorpusTree): string | undefined {
  const named = new Set(sounds);
  const tables = files.filter((file) => !file.includes("/") && isTextTable(file));
  return tables.find((table) => readHeader(join(root, table)).some((cell) => named.has(cell)));
}

/** An adapter, and the files that speak for it. */
interface Finding {
  readonly adapter: Adapter;
  readonly files: readonly string[];
}

/**
 * The adapter for what lies in a folder. A manifest comes first, as somebody wrote it for this
 * purpose; then the forms; then the corpora, of which one must know more than half of the sounds;
 * at last the only table that could be a manifest, and tracks or sidecars beside the recordings.
 *
 * @throws InputError where none or several fit, with what was found and how to name it
 */
export function recognise(tree: CorpusTree): Adapter {
  if (isFolder(tree.path) && manifest.finds(tree).length > 0) return manifest;
  const forms = findingsOf(
    FORMS.filter((form) => ![manifest, loneTable, tracks, sidecars].includes(form)),
    tree,
  );
  const corpora = findingsOf(CORPORA, tree);
  const known = corpora.filter(({ files }) => describesMost(files, tree));
  const lone = findingsOf([isFolder(tree.path) ? loneTable : manifest], tree);
  const fitting =
    [forms, known, lone, findingsOf([tracks], tree), findingsOf([sidecars], tree)].find(
      ({ length }) => length > 0,
    ) ?? [];
  if (fitting.length === 1) return fitting[0].adapter;
  if (fitting.length > 1) throw new InputError(severalSentence(tree, fitting));
  if (isFolder(tree.path) && corpora.length === 0 && tree.sounds.length > 0) throw new UnknownTree(tree);
  throw new InputError(noneSentence(tree, corpora));
}

function findingsOf(adapters: readonly Adapter[], tree: CorpusTree): Finding[] {
  return adapters
    .map((adapter) => ({ adapter, files: adapter.finds(tree) }))
    .filter(({ files }) => files.length > 0);
}

/** Tables that only one corpus has speak for it alone; names of sounds must be those of most. */
function describesMost(files: readonly string[], { sounds }: CorpusTree): boolean {
  const named = new Set(sounds);
  return files.some((file) => !named.has(file)) || files.length > sounds.length / 2;
}

function severalSentence({ path }: CorpusTree, fitting: readonly Finding[]): string {
  const names = fitting.map(({ adapter }) => `--corpus ${adapter.name}:${path}`).join(" or ");
  return `${path} could be ${fitting.map(findingText).join(", or ")}; name the one that is meant: ${names}`;
}

function noneSentence(tree: CorpusTree, partly: readonly Finding[]): string {
  const { path, files, sounds } = tree;
  if (!isFolder(path)) {
    const [, cure = "pass a folder, or a manifest that ends in .csv, .tsv, .jsonl, .json or .parquet"] =
      UNOPENED.find(([ending]) => ending.test(path)) ?? [];
    return `${path} is not a corpus that can be opened; ${cure}`;
  }
  if (partly.length > 0) {
    return `${path} holds several things: of its ${sounds.length} sounds, ${partly.map(findingText).join(", ")}; pass the folder of one corpus, or name it, such as --corpus ${partly[0].adapter.name}:${path}`;
  }
  const [, cure] = UNOPENED.find(([ending]) => files.some((file) => ending.test(file))) ?? [];
  if (cure)
    return `${path} is not a corpus that can be opened: it holds ${files.length} files (${someOf(files)}); ${cure}`;
  return `${path} is not a corpus that can be opened: none of its ${files.length} files (${someOf(files)}) is a recording or a manifest; add a metadata.csv with the columns file, emotion, speaker`;
}

function findingText({ adapter, files }: Finding): string {
  return `${adapter.name} (${files.length} ${files.length === 1 ? "file" : "files"} such as ${basename(files[0])})`;
}

function someOf(files: readonly string[]): string {
  return files.slice(0, 3).join(", ") + (files.length > 3 ? ", ..." : "");
}
