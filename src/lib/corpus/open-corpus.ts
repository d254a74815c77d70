import { existsSync, readdirSync } from "node:fs";
import { basename, extname, join, resolve } from "node:path";
import { InputError } from "../check";
import { isFolder } from "../disk/is-folder";
import { projectRoot } from "../disk/paths";
import { requireFile } from "../disk/require-file";
import type { Adapter } from "./adapters/adapter";
import { CORPORA } from "./adapters/corpora";
import { FORMS } from "./adapters/forms";
import { corpusTree } from "./corpus-tree";
import { recognise } from "./recognise";
import type { Corpus } from "./recording";
import { selectRecordings } from "./selection/select-recordings";
import type { Selection } from "./selection/selection";
import { speakerFrom } from "./speaker-from";

/** The embedded corpus's two folders, each made when it is opened for the first time. */
const EMBEDDED = new Map([
  [join(projectRoot, "data", "synthetic"), "near"],
  [join(projectRoot, "data", "synthetic-elsewhere"), "elsewhere"],
] as const);

const MOST_LABELS = 1000;

/** Options of `openCorpus`. */
export interface OpenCorpusOptions {
  /** The name of the results' folder. Default: the corpus folder's or the manifest's name. */
  readonly name?: string;
  /** The folder that paths in a manifest count from. Default: the manifest's own. */
  readonly audioRoot?: string;
  /** Names speakers by their files, as `speakerFrom` does. Default: as the corpus tells them. */
  readonly speakerFrom?: string;
  /** Which recordings are taken, and what their labels are called. Default: all, as written. */
  readonly selection?: Selection;
  /** Called while the embedded corpus is made: `done` of `total` recordings. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Opens a corpus: lists its recordings without reading any audio (`checkCorpus` does that).
 *
 * @param where A directory or a manifest file, recognised by what is in it; or `adapter:DIR`
 *   (`emodb:DIR`, `kaldi:DIR`, `manifest:FILE`). `data/synthetic` and
 *   `data/synthetic-elsewhere` are made when missing.
 * @throws InputError when it is missing, empty or of no known kind, when a manifest lacks a column,
 *   or a file name has an unknown code.
 *
 * @example (await openCorpus("metadata.csv")).recordings.length // 24
 */
export async function openCorpus(where: string, options: OpenCorpusOptions = {}): Promise<Corpus> {
  const { adapter: named, path } = splitAdapter(where);
  const version = EMBEDDED.get(path);
  if (version !== undefined && !existsSync(path)) {
    const { makeSyntheticCorpus } = await import("./adapters/make-synthetic-corpus");
    await makeSyntheticCorpus(path, { version, onProgress: options.onProgress });
  }
  checkExists(path);
  const tree = corpusTree(path);
  const adapter = named ?? recognise(tree);
  checkAudioRoot(options.audioRoot);
  const audioRoot = options.audioRoot === undefined ? undefined : resolve(options.audioRoot);
  const opened = await adapter.open(tree, { audioRoot });
  if (opened.recordings.length === 0)
    throw new InputError(`${path}: no recordings found by adapter ${adapter.name}`);
  const sorted = [...opened.recordings].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  const recordings = options.speakerFrom === undefined ? sorted : speakerFrom(options.speakerFrom, sorted);
  const name = options.name ?? defaultName(path);
  const synthetic = isSynthetic(recordings);
  const licence = licenceOf(adapter, synthetic);
  const corpus = { ...opened, name, adapter: adapter.name, licence, synthetic, recordings };
  const selected = selectRecordings(corpus, options.selection);
  checkLabelCount(selected, path);
  return selected;
}

/**
 * Words of a transcript or names of files as labels would keep a machine busy for hours, for
 * nothing.
 */
function checkLabelCount({ recordings }: Pick<Corpus, "recordings">, path: string): void {
  const { size } = new Set(recordings.map(({ emotion }) => emotion));
  if (size <= MOST_LABELS) return;
  throw new InputError(
    `${path}: ${size} different emotions, at most ${MOST_LABELS} can be told apart; name another column "emotion", or join some with --map`,
  );
}

function splitAdapter(where: string): { adapter?: Adapter; path: string } {
  const match = /^([a-z][a-z\d-]+):(.+)$/i.exec(where);
  if (!match || existsSync(where)) return { path: resolve(where) };
  const all = [...FORMS, ...CORPORA];
  const adapter = all.find(({ name }) => name === match[1].toLowerCase());
  if (adapter) return { adapter, path: resolve(match[2]) };
  throw new InputError(
    `${where}: unknown adapter "${match[1]}", there are ${all.map(({ name }) => name).join(", ")}`,
  );
}

function checkExists(path: string): void {
  if (!existsSync(path))
    throw new InputError(`${path} does not exist; pass the folder or manifest of a corpus with --corpus`);
  if (!isFolder(path)) return void requireFile({ path, file: path });
  if (readdirSync(path).every((name) => name.startsWith("."))) {
    throw new InputError(
      `${path} is empty; put the recordings and a metadata.csv (file, emotion, speaker) there`,
    );
  }
}

function checkAudioRoot(folder: string | undefined): void {
  if (folder === undefined || isFolder(folder)) return;
  throw new InputError(
    `--audio-root ${folder} is no folder; name the one that the manifest's paths count from`,
  );
}

function defaultName(path: string): string {
  return isFolder(path) ? basename(path) : basename(path, extname(path));
}

/**
 * The synthesizer writes `synthetic` into its rows' column `source`, so the embedded corpus is
 * known wherever it lies.
 */
function isSynthetic(recordings: Corpus["recordings"]): boolean {
  return recordings.every(({ extra }) => extra.source === "synthetic");
}

function licenceOf({ about }: Adapter, synthetic: boolean): string | undefined {
  if (synthetic) return "MIT, as this project";
  return typeof about === "string" ? undefined : about.licence;
}
