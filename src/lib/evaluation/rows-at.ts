import type { LabelledRows } from "./model-settings";

/** The rows at some indices, with their labels and speakers. */
export function rowsAt({ rows, labels, speakers }: LabelledRows, indices: readonly number[]): LabelledRows {
  return {
    rows: indices.map((i) => rows[i]),
    labels: indices.map((i) => labels[i]),
    speakers: indices.map((i) => speakers[i]),
  };
}
