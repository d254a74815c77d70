import { mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { KeyValue, SchemaElement } from "hyparquet";
import { type ColumnSource, ParquetWriter } from "hyparquet-writer";
import { AppendingWriter } from "../../disk/appending-writer";
import { temporaryBeside } from "../../disk/paths";
import { sha256 } from "../../disk/sha256";
import type { Row } from "../../features/row";
import { valuesOf } from "../../numbers/values-of";
import { digestOfRows, notesOf, type RowsOf } from "./row-file";

/** Rows that are read together; so many of a set's rows are held in memory at a time. */
const rowsPerGroup = 64;

/**
 * Writes rows into a Parquet file of a folder, which appears whole or not at all: `recording`, the
 * name of a row, and `values`, a list of them; of matrices `frames` values of each column, frame
 * after frame. The file is named by its rows' names, so that the same rows are one file.
 */
export class RowFileWriter {
  private readonly temporary: string;
  private readonly writer: ParquetWriter;
  private readonly notes: KeyValue[];
  private readonly names: string[] = [];
  private readonly digests: string[] = [];
  private waiting: Row[] = [];
  /** Of the values so far. */
  bytes = 0;

  constructor(
    private readonly folder: string,
    of: RowsOf,
    kind: "vector" | "matrix",
  ) {
    mkdirSync(folder, { recursive: true });
    this.temporary = temporaryBeside(join(folder, "rows"));
    this.notes = Object.entries(notesOf(of)).map(([key, value]) => ({ key, value }));
    this.writer = new ParquetWriter({
      writer: new AppendingWriter(this.temporary),
      schema: schemaOf(kind),
      codec: "UNCOMPRESSED",
      statistics: false,
      kvMetadata: this.notes,
    });
  }

  /** How many rows there are so far. */
  get count(): number {
    return this.names.length;
  }

  add(name: string, row: Row): void {
    this.names.push(name);
    this.waiting.push(row);
    this.bytes += valuesOf(row).byteLength;
    if (this.waiting.length === rowsPerGroup) this.writeGroup();
  }

  /** @returns the name of the file */
  finish(): string {
    if (this.waiting.length > 0) this.writeGroup();
    this.notes.push({ key: "digests", value: JSON.stringify(this.digests) });
    this.writer.finish();
    const name = `${sha256(this.names.join("\n")).slice(0, 24)}.parquet`;
    renameSync(this.temporary, join(this.folder, name));
    return name;
  }

  /** Leaves nothing behind. */
  abandon(): void {
    rmSync(this.temporary, { force: true });
  }

  private writeGroup(): void {
    const rows = this.waiting;
    this.waiting = [];
    this.digests.push(digestOfRows(rows));
    this.writer.write({
      columnData: columnsOf(this.names.slice(-rows.length), rows),
      rowGroupSize: rows.length,
    });
  }
}

function schemaOf(kind: "vector" | "matrix"): SchemaElement[] {
  const required = { repetition_type: "REQUIRED" as const };
  const frames: SchemaElement = { name: "frames", type: "INT32", ...required };
  return [
    { name: "root", num_children: kind === "matrix" ? 3 : 2 },
    { name: "recording", type: "BYTE_ARRAY", converted_type: "UTF8", ...required },
    ...(kind === "matrix" ? [frames] : []),
    { name: "values", num_children: 1, converted_type: "LIST", ...required },
    { name: "list", num_children: 1, repetition_type: "REPEATED" },
    { name: "element", type: kind === "matrix" ? "FLOAT" : "DOUBLE", ...required },
  ];
}

/** Plain, as what the writer chooses for numbers that never repeat reads three times slower. */
function columnsOf(names: readonly string[], rows: readonly Row[]): ColumnSource[] {
  const plain = { encoding: "PLAIN" as const };
  const matrices = rows.filter((row) => "data" in row);
  return [
    { name: "recording", data: [...names], ...plain },
    ...(matrices.length > 0 ? [{ name: "frames", data: matrices.map((row) => row.rows), ...plain }] : []),
    { name: "values", data: rows.map((row) => Array.from(valuesOf(row))), ...plain },
  ];
}
