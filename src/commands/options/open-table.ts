import type { ExperimentSubject } from "../../lib/runs/experiment-subject";

/**
 * A feature table made elsewhere, after its problems were told; refused where it cannot be
 * evaluated.
 *
 * @param labels of its files, where the table has none of its own
 * @param unseenSpeakers whether the evaluation is on unseen speakers
 */
export async function openTable(
  { table, labels }: { readonly table: string; readonly labels?: string },
  unseenSpeakers: boolean,
): Promise<ExperimentSubject> {
  const { readFeatureTable } = await import("../../lib/dataset/read-feature-table");
  const { openCorpus } = await import("../../lib/corpus/open-corpus");
  const { requireLabels } = await import("../../lib/corpus/health/require-labels");
  const { tableSubject } = await import("../../lib/runs/experiment-subject");
  const labelled = labels === undefined ? undefined : (await openCorpus(labels)).recordings;
  const read = readFeatureTable(table, labelled);
  for (const { message } of requireLabels(read.set, read.recordings, unseenSpeakers)) console.error(message);
  return tableSubject(read);
}
