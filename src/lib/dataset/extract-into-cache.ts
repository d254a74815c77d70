import { join } from "node:path";
import { InputError } from "../check";
import type { JobReference } from "../jobs/task";
import extractRecordings, { type ExtractedRows, type ExtractionJob } from "./extract-recordings";

/** An extraction job for any machine that sees the audio and the cache. */
export interface ExtractionReference extends JobReference {
  readonly set: string;
  /** Where the recordings are: paths from the root, in their order. */
  readonly audio: { readonly root: string; readonly files: readonly string[] };
  /** Without their paths. */
  readonly recordings: readonly Omit<ExtractionJob["recordings"][number], "path">[];
}

/**
 * Extracts the rows of a few recordings into the feature cache. The files' digests are taken here,
 * since the same path may hold another file on this machine.
 *
 * @returns the digests, by which the rows are found
 * @throws InputError as `extractRecordings`, and where a file is another than the one that was
 *   asked for
 */
export default async function extractIntoCache(job: ExtractionReference): Promise<ExtractedRows["digests"]> {
  const { set, audio, recordings } = job;
  const here = recordings.map(({ audio: _known, ...recording }, i) => ({
    ...recording,
    path: join(audio.root, audio.files[i]),
  }));
  const { digests } = await extractRecordings({ set, cache: true, recordings: here });
  recordings.forEach(({ file, audio: known }, i) => {
    if (known !== undefined && known !== digests[i])
      throw new InputError(
        `${file} is another file in ${audio.root} than where it was asked for; copy the corpus anew`,
      );
  });
  return digests;
}
