import { join, relative } from "node:path";
import { InputError } from "../check";
import type { Corpus } from "../corpus/recording";
import { cacheFolder } from "../disk/paths";
import type { FeatureSet } from "../features/feature-set";
import type { Row } from "../features/row";
import type { Elsewhere } from "../jobs/task";
import { featureCache } from "./cache/feature-cache";
import { pieceDigest } from "./cache/piece-digest";
import type { ExtractionReference } from "./extract-into-cache";
import type { ExtractedRows, ExtractionJob } from "./extract-recordings";

/**
 * Extraction on machines that share the feature cache: recordings by their paths from the root go
 * out, digests come back, rows are in the cache.
 */
export function extractElsewhere(
  { root }: Pick<Corpus, "root">,
  set: FeatureSet,
): Elsewhere<ExtractionJob, ExtractedRows> {
  return {
    module: join(__dirname, "extract-into-cache.ts"),
    refer: (job): ExtractionReference => ({
      name: nameOf(job),
      set: job.set,
      audio: { root, files: job.recordings.map(({ path }) => relative(root, path).replaceAll("\\", "/")) },
      recordings: job.recordings.map(({ path: _path, ...recording }) => recording),
    }),
    resolve: async (answer, { recordings }) => {
      const digests = answer as ExtractedRows["digests"];
      const rows = await Promise.all(recordings.map((one, i) => keptRow(set, one, digests[i])));
      return { rows, digests };
    },
  };
}

function nameOf({ set, recordings }: ExtractionJob): string {
  const more = recordings.length > 1 ? ` and ${recordings.length - 1} more` : "";
  return `${set} of ${recordings[0].file}${more}`;
}

async function keptRow(
  set: FeatureSet,
  { file, sampleRate, startSeconds, endSeconds, channel }: ExtractionJob["recordings"][number],
  digest: string,
): Promise<Row> {
  const audio = pieceDigest(digest, { startSeconds, endSeconds, channel });
  const row = await featureCache(set).get({ audio, sampleRate });
  if (row) return row;
  throw new InputError(
    `${file}: a worker kept its row, but it is not in ${cacheFolder()}; run the command again`,
  );
}
