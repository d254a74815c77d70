import { resample } from "../audio/resample";
import type { Waveform } from "../audio/waveform";
import { InputError, inFile } from "../check";
import { loadRecording } from "../corpus/load-recording";
import type { Recording } from "../corpus/recording";
import type { FeatureSet } from "../features/feature-set";
import type { Row } from "../features/row";
import { loadFeatureSet } from "../loading/load-feature-set";
import { FeatureCache } from "./feature-cache";

interface RecordingToExtract extends Pick<Recording, "file" | "path" | "row"> {
  /** Digest of the file. */
  readonly audio: string;
  /** The rate to resample to, in Hz; its own where there is none. */
  readonly sampleRate?: number;
}

/** One job of an extraction: a few recordings and the set to see them through. */
export interface ExtractionJob {
  readonly set: string;
  readonly recordings: readonly RecordingToExtract[];
  /** Whether the rows are kept in the feature cache. */
  readonly cache: boolean;
}

/**
 * Extracts the rows of a few recordings, in their order, and keeps each in the cache as soon as it is there.
 *
 * @throws InputError that names the file, where one cannot be read or its features are not finite
 */
export default async function extractRecordings({
  set: name,
  recordings,
  cache,
}: ExtractionJob): Promise<Row[]> {
  const set = await loadFeatureSet(name);
  const waveforms = await Promise.all(recordings.map(loadAtRate));
  const rows = await extractAll(set, waveforms, recordings);
  if (cache) {
    const store = new FeatureCache();
    rows.forEach((row, i) => {
      const { audio, sampleRate } = recordings[i];
      store.put({ audio, sampleRate, set: set.name, columns: set.columns }, row);
    });
  }
  return rows;
}

async function loadAtRate(recording: RecordingToExtract): Promise<Waveform> {
  const waveform = await loadRecording(named(recording));
  try {
    return resample(waveform, recording.sampleRate ?? waveform.sampleRate);
  } catch (error) {
    throw inFile(error, named(recording).file);
  }
}

async function extractAll(
  set: FeatureSet,
  waveforms: readonly Waveform[],
  recordings: ExtractionJob["recordings"],
): Promise<Row[]> {
  const rows = (await extractTogether(set, waveforms)) ?? [];
  for (let i = rows.length; i < waveforms.length; i++) {
    rows.push(await extractNamed(set, waveforms[i], named(recordings[i]).file));
  }
  return rows.map((row, i) => checkFinite(row, set, named(recordings[i]).file));
}

/** With the row of the manifest beside the file, for errors. */
function named({ file, path, row }: RecordingToExtract): { file: string; path: string } {
  return { file: row === undefined ? file : `${file} (row ${row})`, path };
}

/** All rows from a set that works in batches; nothing where it refuses one of the recordings, since only one by one tells which. */
async function extractTogether(set: FeatureSet, waveforms: readonly Waveform[]): Promise<Row[] | undefined> {
  if (set.kind === "matrix" || !set.extractMany) return undefined;
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
  const values = row instanceof Float64Array ? row : row.data;
  const bad = values.findIndex((value) => !Number.isFinite(value));
  if (bad < 0) return row;
  const column = set.columns[bad % set.columns.length];
  throw new InputError(
    `${file}: ${set.name} gives ${values[bad]} in column ${column}; please report the recording`,
  );
}
