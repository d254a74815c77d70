import { resample } from "../audio/resample";
import type { Waveform } from "../audio/waveform";
import { InputError, inFile } from "../check";
import { decodeRecording, type RecordingPart, readRecording } from "../corpus/load-recording";
import type { Recording } from "../corpus/recording";
import { digestBytes } from "../disk/digest-file";
import type { FeatureSet } from "../features/feature-set";
import type { Row } from "../features/row";
import { loadFeatureSet } from "../loading/load-feature-set";
import { valuesOf } from "../numbers/values-of";
import { type AlterationJob, alteredDigest, alterWaveform } from "./altered/alteration-job";
import { type FeatureCache, featureCache, type RowKey } from "./cache/feature-cache";
import { pieceDigest } from "./cache/piece-digest";

interface RecordingToExtract
  extends Pick<Recording, "file" | "path" | "row" | "startSeconds" | "endSeconds" | "channel"> {
  /** Digest of the file, where it is known: then the cache has been asked for the row. */
  readonly audio?: string;
  /** The rate to resample to, in Hz; its own where there is none. */
  readonly sampleRate?: number;
  /** What is done to it at that rate, before its features are taken. */
  readonly alteration?: AlterationJob;
}

/** One job of an extraction: a few recordings and the set to see them through. */
export interface ExtractionJob {
  readonly set: string;
  readonly recordings: readonly RecordingToExtract[];
  /** Whether rows are taken from the feature cache and kept there. */
  readonly cache: boolean;
}

/** What a job gives, in the order of its recordings. */
export interface ExtractedRows {
  readonly rows: readonly Row[];
  /** Of the files' bytes. */
  readonly digests: readonly string[];
}

/** A recording as it was read: its row where the cache has it, else its samples. */
interface ReadRecording {
  /** With the row of the manifest, for errors. */
  readonly file: string;
  /** Of the file's bytes. */
  readonly digest: string;
  readonly key: RowKey;
  readonly content: Row | Waveform;
}

/**
 * Extracts the rows of a few recordings, in their order, and keeps them in the cache. Each file is
 * read once, for its digest and its samples.
 *
 * @throws InputError that names the file, where one cannot be read or its features are not finite
 */
export default async function extractRecordings(job: ExtractionJob): Promise<ExtractedRows> {
  const set = await loadFeatureSet(job.set);
  const store = job.cache ? featureCache(set) : undefined;
  const read: ReadRecording[] = [];
  for (const recording of job.recordings) read.push(await readOne(recording, store));
  const rows = await extractAll(set, read);
  store?.put(read.flatMap(({ key, content }, i) => (content === rows[i] ? [] : [[key, rows[i]]])));
  return { rows, digests: read.map(({ digest }) => digest) };
}

async function readOne(
  recording: RecordingToExtract,
  store: FeatureCache | undefined,
): Promise<ReadRecording> {
  const { path, sampleRate, audio, alteration, startSeconds, endSeconds, channel } = recording;
  const piece = { startSeconds, endSeconds, channel };
  const file = named(recording);
  const bytes = readRecording({ path, file });
  const digest = audio ?? digestBytes(bytes);
  const sound = pieceDigest(digest, piece);
  const altered = alteration ? alteredDigest(sound, alteration) : sound;
  const key = { audio: altered, sampleRate };
  const known = audio === undefined ? await store?.get(key) : undefined;
  if (known) return { file, digest, key, content: known };
  const waveform = await decodeAtRate(bytes, { path, file, ...piece }, sampleRate);
  const content = alteration ? await alterWaveform(waveform, alteration, sound) : waveform;
  return { file, digest, key, content };
}

async function decodeAtRate(
  bytes: Uint8Array,
  recording: RecordingPart,
  sampleRate: number | undefined,
): Promise<Waveform> {
  const waveform = await decodeRecording(bytes, recording);
  try {
    return resample(waveform, sampleRate ?? waveform.sampleRate);
  } catch (error) {
    throw inFile(error, recording.file);
  }
}

async function extractAll(set: FeatureSet, read: readonly ReadRecording[]): Promise<Row[]> {
  const heard = read.flatMap(({ content }) => (isWaveform(content) ? [content] : []));
  const together = (await extractTogether(set, heard))?.values();
  const rows: Row[] = [];
  for (const { file, content } of read) {
    if (!isWaveform(content)) rows.push(content);
    else
      rows.push(checkFinite(together?.next().value ?? (await extractNamed(set, content, file)), set, file));
  }
  return rows;
}

function isWaveform(content: Row | Waveform): content is Waveform {
  return "samples" in content;
}

/** With the row of the manifest beside the file, for errors. */
function named({ file, row }: RecordingToExtract): string {
  return row === undefined ? file : `${file} (row ${row})`;
}

/**
 * All rows from a set that works in batches; nothing where it refuses one of the recordings, since
 * only one by one tells which.
 */
async function extractTogether(set: FeatureSet, waveforms: readonly Waveform[]): Promise<Row[] | undefined> {
  if (set.kind === "matrix" || !set.extractMany || waveforms.length === 0) return undefined;
  try {
    return await set.extractMany(waveforms);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

async function extractNamed(set: FeatureSet, waveform: Waveform, file: string): Promise<Row> {
  try {
    return await set.extract(waveform);
  } catch (error) {
    throw inFile(error, file);
  }
}

function checkFinite(row: Row, set: FeatureSet, file: string): Row {
  const values = valuesOf(row);
  const bad = values.findIndex((value) => !Number.isFinite(value));
  if (bad < 0) return row;
  const column = set.columns[bad % set.columns.length];
  throw new InputError(
    `${file}: ${set.name} gives ${values[bad]} in column ${column}; please report the recording`,
  );
}
