import { existsSync, readdirSync } from "node:fs";
import { basename, extname, join, resolve } from "node:path";
import { InputError } from "../check";
import { isFolder } from "../disk/is-folder";
import { projectRoot } from "../disk/paths";
import type { Adapter } from "./adapters/adapter";
import { emodb } from "./adapters/emodb";
import { manifest } from "./adapters/manifest";
import { urdu } from "./adapters/urdu";
import type { Corpus } from "./recording";

/** In the order in which they are tried: a manifest tells more than file names do. */
const ADAPTERS: readonly Adapter[] = [manifest, urdu, emodb];

/** The embedded corpus's folder, made when it is opened for the first time. */
const syntheticFolder = join(projectRoot, "data", "synthetic");

/** Options of `openCorpus`. */
export interface OpenCorpusOptions {
  /** The name of the results' folder. Default: the corpus folder's or the manifest's name. */
  readonly name?: string;
  /** Called while the embedded corpus is made: `done` of `total` recordings. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Opens a corpus: lists its recordings without reading any audio (`checkCorpus` does that).
 *
 * @param where A directory or a manifest file, recognised by what is in it; or `adapter:DIR` (`emodb:DIR`, `urdu:DIR`,
 *   `manifest:FILE`). `data/synthetic` is made when missing.
 * @throws InputError when it is missing, empty or of no known kind, when a manifest lacks a column, or a file name has an unknown code.
 *
 * @example (await openCorpus("metadata.csv")).recordings.length // 24
 */
export async function openCorpus(where: string, options: OpenCorpusOptions = {}): Promise<Corpus> {
  const { adapter: named, path } = splitAdapter(where);
  if (path === syntheticFolder && !existsSync(path)) {
    const { makeSyntheticCorpus } = await import("./adapters/make-synthetic-corpus");
    await makeSyntheticCorpus(path, options);
  }
  checkExists(path);
  const adapter = named ?? recognise(path);
  const opened = adapter.open(path);
  if (opened.recordings.length === 0)
    throw new InputError(`${path}: no recordings found by adapter ${adapter.name}`);
  const recordings = [...opened.recordings].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  const name = options.name ?? defaultName(path);
  const synthetic = isSynthetic(recordings);
  const licence = synthetic ? "MIT, as this project" : adapter.licence;
  return { ...opened, name, adapter: adapter.name, licence, synthetic, recordings };
}

function splitAdapter(where: string): { adapter?: Adapter; path: string } {
  const match = /^([a-z]{2,}):(.+)$/i.exec(where);
  if (!match || existsSync(where)) return { path: resolve(where) };
  const adapter = ADAPTERS.find(({ name }) => name === match[1].toLowerCase());
  if (adapter) return { adapter, path: resolve(match[2]) };
  const names = ADAPTERS.map(({ name }) => name).join(", ");
  throw new InputError(`${where}: unknown adapter "${match[1]}", there are ${names}`);
}

function checkExists(path: string): void {
  if (!existsSync(path))
    throw new InputError(`${path} does not exist; pass the folder or manifest of a corpus with --corpus`);
  if (!isFolder(path)) return;
  if (readdirSync(path).every((name) => name.startsWith("."))) {
    throw new InputError(
      `${path} is empty; put the recordings and a metadata.csv (file, emotion, speaker) there`,
    );
  }
}

function recognise(path: string): Adapter {
  const adapter = ADAPTERS.find((candidate) => candidate.recognises(path));
  if (adapter) return adapter;
  const cure = isFolder(path)
    ? "add a metadata.csv with the columns file, emotion, speaker"
    : "pass a folder or a manifest that ends in .csv, .tsv or .jsonl";
  throw new InputError(
    `${path} is not a corpus that ${ADAPTERS.map(({ name }) => name).join(", ")} can open; ${cure}`,
  );
}

function defaultName(path: string): string {
  return isFolder(path) ? basename(path) : basename(path, extname(path));
}

/** The synthesizer writes `synthetic` into its rows' column `source`, so the embedded corpus is known wherever it lies. */
function isSynthetic(recordings: Corpus["recordings"]): boolean {
  return recordings.every(({ extra }) => extra.source === "synthetic");
}
