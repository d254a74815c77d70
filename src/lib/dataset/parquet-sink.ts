import { type ColumnSource, ParquetWriter, schemaFromColumnData } from "hyparquet-writer";
import type { Labelled } from "../corpus/recording";
import { AppendingWriter } from "../disk/appending-writer";
import type { FeatureSet } from "../features/feature-set";
import type { Row } from "../features/row";
import { valuesOf } from "../numbers/values-of";
import type { TableSink } from "./table-sink";

/** Lines per row group: what is held in memory before it goes to the disk. */
const linesPerGroup = 4096;

/**
 * Vectors or matrices as Parquet. A vector is one line: `file`, `emotion`, `speaker`, then the
 * columns. A matrix is one line per frame, with the frame's number in `frame`.
 */
export function parquetSink(
  path: string,
  { kind, columns }: Pick<FeatureSet, "kind" | "columns">,
): TableSink {
  const keys = kind === "vector" ? ["file", "emotion", "speaker"] : ["file", "emotion", "speaker", "frame"];
  const lines: Record<string, unknown[]> = {};
  const clear = () => {
    for (const name of [...keys, ...columns]) lines[name] = [];
  };
  clear();
  const source = (): ColumnSource[] => [
    ...keys.map(
      (name) => ({ name, data: lines[name], type: name === "frame" ? "INT32" : "STRING" }) as ColumnSource,
    ),
    ...columns.map(
      (name) =>
        ({
          name,
          data: lines[name],
          type: kind === "vector" ? "DOUBLE" : "FLOAT",
          encoding: "PLAIN",
        }) as ColumnSource,
    ),
  ];
  const writer = new ParquetWriter({
    writer: new AppendingWriter(path),
    schema: schemaFromColumnData({ columnData: source() }),
  });
  const flush = () => {
    if (lines.file.length > 0) writer.write({ columnData: source(), rowGroupSize: linesPerGroup });
    clear();
  };
  return {
    add(recording, row) {
      addLines(lines, recording, row, columns);
      if (lines.file.length >= linesPerGroup) flush();
    },
    finish() {
      flush();
      writer.finish();
    },
  };
}

function addLines(
  lines: Record<string, unknown[]>,
  { file, emotion, speaker }: Labelled,
  row: Row,
  columns: readonly string[],
): void {
  const values = valuesOf(row);
  const frames = values.length / columns.length;
  for (let frame = 0; frame < frames; frame++) {
    lines.file.push(file);
    lines.emotion.push(emotion);
    lines.speaker.push(speaker);
    lines.frame?.push(frame);
    for (let c = 0; c < columns.length; c++) lines[columns[c]].push(values[frame * columns.length + c]);
  }
}
