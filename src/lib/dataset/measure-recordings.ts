import { InputError } from "../check";
import { loadRecording } from "../corpus/load-recording";
import type { Recording } from "../corpus/recording";
import { type SampleFacts, sampleFacts } from "../corpus/sample-facts";

/** Files whose samples are measured in one job. */
export type MeasuringJob = readonly Pick<Recording, "file" | "path">[];

/** Measures the samples of a few files, in their order; what cannot be decoded has none. */
export default async function measureRecordings(job: MeasuringJob): Promise<(SampleFacts | undefined)[]> {
  const measured: (SampleFacts | undefined)[] = [];
  for (const { file, path } of job) measured.push(await measureOne({ file, path }));
  return measured;
}

async function measureOne(recording: Pick<Recording, "file" | "path">): Promise<SampleFacts | undefined> {
  try {
    return sampleFacts(await loadRecording(recording));
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}
