import { join } from "node:path";
import { sampleRatesOf } from "../corpus/health/sample-rates";
import { keepFacts } from "../corpus/kept-facts";
import type { CheckedCorpus, CheckedRecording } from "../corpus/recording";
import type { FeatureSet } from "../features/feature-set";
import type { Row } from "../features/row";
import { defaultWorkers, runJobs } from "../jobs/run-jobs";
import { loadFeatureSet } from "../loading/load-feature-set";
import { type AlterationJob, alteredDigest } from "./altered/alteration-job";
import { cacheIsWritable } from "./cache/cache-is-writable";
import { featureCache } from "./cache/feature-cache";
import { pieceDigest } from "./cache/piece-digest";
import { extractElsewhere } from "./extract-elsewhere";
import extractRecordings, { type ExtractedRows, type ExtractionJob } from "./extract-recordings";

export interface ExtractionOptions {
  /** Worker threads; default: one per core. */
  readonly workers?: number;
  /**
   * Whether rows are taken from and kept in the feature cache; default true. Without it the work
   * stays on this machine.
   */
  readonly cache?: boolean;
  /**
   * Recordings of another rate are resampled to it first, in Hz; default: the common one of the
   * recordings.
   */
  readonly sampleRate?: number;
  /**
   * What is done to each recording first, in their order; default: nothing. Altered recordings are
   * extracted on this machine.
   */
  readonly alterations?: readonly AlterationJob[];
  readonly onProgress?: (done: number, total: number, note: string) => void;
}

/** A job that knows the places of its recordings in the corpus. */
interface PlacedJob extends ExtractionJob {
  readonly indices: readonly number[];
}

/**
 * Recordings per job at most: few, so that a killed extraction loses little; enough for sets that
 * work in batches. The last jobs are smaller, so that the workers end together.
 */
const recordingsPerJob = 16;

/** So often, what the jobs kept is merged into larger files. */
const jobsPerMerge = 256;

/**
 * Extracts a feature set from a checked corpus, or takes rows from the cache, and hands them over
 * one by one in the recordings' order. A file is read once at most: the worker that decodes it
 * tells its digest, too, which the recording carries from then on. Recordings of another sample
 * rate than the asked one are resampled to it first. Only rows that wait for an earlier one are
 * held, so memory does not grow with the corpus.
 *
 * @throws UsageError for an unknown set, InputError for a recording that cannot be read
 */
export async function extractInOrder(
  corpus: Pick<CheckedCorpus, "root" | "recordings">,
  setName: string,
  {
    workers = defaultWorkers(),
    cache = true,
    sampleRate,
    alterations,
    onProgress = () => {},
  }: ExtractionOptions,
  onRow: (row: Row, recording: CheckedRecording) => void,
): Promise<void> {
  const { root, recordings } = corpus;
  const set = await loadFeatureSet(setName);
  const total = recordings.length;
  let machines = "";
  const handOver = inOrder<Row>((row, index) => {
    onRow(row, recordings[index]);
    onProgress(index + 1, total, set.name + machines);
  });
  const task = {
    module: join(__dirname, "extract-recordings.ts"),
    run: extractRecordings,
    elsewhere: cache && !alterations ? extractElsewhere(corpus, set) : undefined,
  };
  const mergeKept = async () => {
    if (cache && cacheIsWritable()) await featureCache(set).merge();
  };
  const jobs = missingRows(set, setName, recordings, { workers, cache, sampleRate, alterations }, handOver);
  let doneJobs = 0;
  await runJobs<PlacedJob, ExtractedRows>(task, jobs, {
    workers: Math.min(workers, Math.ceil(total / recordingsPerJob)),
    onDone: async ({ rows, digests }, _, { indices }, tally) => {
      machines = tally && ` (${tally})`;
      rows.forEach((row, k) => {
        recordings[indices[k]].facts.digest ??= digests[k];
        handOver(row, indices[k]);
      });
      keepFacts({ root, recordings: indices.map((index) => recordings[index]) });
      if (++doneJobs % jobsPerMerge === 0) await mergeKept();
    },
  });
  if (doneJobs > 0) await mergeKept();
}

/**
 * Jobs for the rows that the cache is not known to have; the others are handed over on the way.
 * What is in the cache under a digest that nobody has taken yet, the job finds.
 */
async function* missingRows(
  set: FeatureSet,
  setName: string,
  recordings: readonly CheckedRecording[],
  options: Pick<ExtractionOptions, "sampleRate" | "alterations"> & { workers: number; cache: boolean },
  handOver: (row: Row, index: number) => void,
): AsyncGenerator<PlacedJob> {
  const store = featureCache(set);
  const { workers, cache } = options;
  const { rates, common } = sampleRatesOf(recordings);
  const wanted = options.sampleRate ?? common;
  for (let start = 0, end = 0; start < recordings.length; start = end) {
    const share = Math.ceil((recordings.length - start) / (2 * workers));
    end = start + Math.min(recordingsPerJob, share);
    const missing: (ExtractionJob["recordings"][number] & { index: number })[] = [];
    for (let index = start; index < end; index++) {
      const { file, path, row, facts, startSeconds, endSeconds, channel } = recordings[index];
      const piece = { startSeconds, endSeconds, channel };
      const { digest: audio } = facts;
      const sampleRate = rates[index] === wanted ? undefined : wanted;
      const alteration = options.alterations?.[index];
      const sound = audio && pieceDigest(audio, piece);
      const altered = sound && alteration ? alteredDigest(sound, alteration) : sound;
      const known = cache && altered ? await store.get({ audio: altered, sampleRate }) : undefined;
      if (known) handOver(known, index);
      else missing.push({ index, file, path, row, audio, sampleRate, ...piece, alteration });
    }
    if (missing.length === 0) continue;
    const kept = cache && cacheIsWritable();
    yield { set: setName, cache: kept, recordings: missing, indices: missing.map(({ index }) => index) };
  }
}

/** Takes items in any order and passes them on in the order of their indices. */
function inOrder<T>(pass: (item: T, index: number) => void): (item: T, index: number) => void {
  const waiting = new Map<number, T>();
  let next = 0;
  return (item, index) => {
    waiting.set(index, item);
    for (let ready = waiting.get(next); ready !== undefined; ready = waiting.get(next)) {
      waiting.delete(next);
      pass(ready, next++);
    }
  };
}
