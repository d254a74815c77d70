import { join } from "node:path";
import { isChecked } from "../corpus/health/health";
import { keepFacts } from "../corpus/kept-facts";
import type { CheckedRecording, Corpus } from "../corpus/recording";
import type { SampleFacts } from "../corpus/sample-facts";
import { defaultWorkers, runJobs } from "../jobs/run-jobs";
import measureRecordings, { type MeasuringJob } from "./measure-recordings";

const recordingsPerJob = 32;

/** A job that knows whose facts it finds. */
type PlacedJob = MeasuringJob & readonly CheckedRecording[];

/**
 * Fills in what the samples of a checked corpus's files tell. Each file is decoded once and what
 * was found is kept: nothing is read of files that have not changed since.
 */
export async function hearCorpus(
  { root, recordings }: Pick<Corpus, "root" | "recordings">,
  onProgress: (done: number, total: number, note: string) => void = () => {},
): Promise<void> {
  const unheard = recordings.filter(isChecked).filter(({ facts }) => facts.samples === undefined);
  const files = [...new Map(unheard.map((recording) => [recording.path, recording])).values()];
  const jobs: PlacedJob[] = [];
  for (let at = 0; at < files.length; at += recordingsPerJob)
    jobs.push(files.slice(at, at + recordingsPerJob));
  const inputs = jobs.map((job) => job.map(({ file, path }) => ({ file, path })));
  const task = { module: join(__dirname, "measure-recordings.ts"), run: measureRecordings };
  let done = 0;
  await runJobs<MeasuringJob, (SampleFacts | undefined)[]>(task, inputs, {
    workers: Math.min(defaultWorkers(), jobs.length),
    onDone: (measured, index) => {
      for (const [k, samples] of measured.entries()) if (samples) jobs[index][k].facts.samples = samples;
      keepFacts({ root, recordings: jobs[index] });
      done += measured.length;
      onProgress(done, files.length, "recordings heard");
    },
  });
}
