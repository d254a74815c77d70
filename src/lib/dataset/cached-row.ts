import { createHash } from "node:crypto";
import { type FileMetaData, parquetMetadata, parquetRead } from "hyparquet";
import { parquetWriteBuffer } from "hyparquet-writer";
import type { Row } from "../features/row";
import type { Matrix } from "../numbers/matrix";

/** What an entry must say of itself to be taken for the recording and set that were asked for. */
export interface RowKey {
  /** Digest of the audio file, as `digestFile` gives it. */
  readonly audio: string;
  /** The rate that the recording was resampled to before, in Hz; none: its own. */
  readonly sampleRate?: number;
  /** Name and version of the feature set. */
  readonly set: string;
  /** Versions of the numbers behind the name, by the names of its parts. */
  readonly numbers: Readonly<Record<string, number>>;
  readonly columns: readonly string[];
}

/**
 * A row as a Parquet file that pandas and DuckDB read.
 *
 * A vector is tidy (columns `column`, `value`: one line per feature), so that 1536 features cost no
 * more than two columns; a matrix has one Parquet column per feature column and one line per frame.
 * The key and a digest of the values stand in the file's metadata.
 */
export function encodeRow(row: Row, key: RowKey): Uint8Array {
  const columnData =
    row instanceof Float64Array ? tidyColumns(row, key.columns) : bandColumns(row, key.columns);
  const rate = key.sampleRate === undefined ? {} : { sampleRate: String(key.sampleRate) };
  const numbers = JSON.stringify(key.numbers);
  const metadata = { audio: key.audio, set: key.set, numbers, ...rate, values: digestOf(row) };
  const kvMetadata = Object.entries(metadata).map(([name, value]) => ({ key: name, value }));
  return new Uint8Array(
    parquetWriteBuffer({ columnData, kvMetadata, codec: "UNCOMPRESSED", statistics: false }),
  );
}

/**
 * The row of an entry, or `undefined` where the file is damaged, foreign or of another key: the
 * caller makes it again.
 */
export async function decodeRow(bytes: Uint8Array, key: RowKey): Promise<Row | undefined> {
  try {
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
    const metadata = parquetMetadata(file);
    const said = Object.fromEntries(
      (metadata.key_value_metadata ?? []).map((entry) => [entry.key, entry.value]),
    );
    if (said.audio !== key.audio || said.set !== key.set) return undefined;
    if (said.numbers !== JSON.stringify(key.numbers)) return undefined;
    if (said.sampleRate !== key.sampleRate?.toString()) return undefined;
    const row = await readValues(file, metadata, key.columns);
    return row && digestOf(row) === said.values ? row : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Plain values read three times faster than what the writer chooses for numbers that never repeat.
 */
const plain = { encoding: "PLAIN" as const, nullable: false };

function tidyColumns(row: Float64Array, columns: readonly string[]) {
  return [
    { name: "column", data: [...columns], type: "STRING" as const, ...plain },
    { name: "value", data: Array.from(row), type: "DOUBLE" as const, ...plain },
  ];
}

function bandColumns(row: Matrix, columns: readonly string[]) {
  const band = (c: number) => Array.from({ length: row.rows }, (_, r) => row.data[r * row.columns + c]);
  return columns.map((name, c) => ({ name, data: band(c), type: "FLOAT" as const, ...plain }));
}

async function readValues(
  file: ArrayBuffer,
  metadata: FileMetaData,
  columns: readonly string[],
): Promise<Row | undefined> {
  const read = new Map<string, ArrayLike<number>>();
  await parquetRead({
    file,
    metadata,
    onChunk: ({ columnName, columnData }) => void read.set(columnName, columnData as ArrayLike<number>),
  });
  const values = read.get("value");
  if (read.size === 2 && values && sameNames(read.get("column"), columns)) return Float64Array.from(values);
  if (read.size !== columns.length) return undefined;
  const rows = read.get(columns[0])?.length ?? 0;
  const data = new Float32Array(rows * columns.length);
  columns.forEach((name, c) => {
    const band = read.get(name) as ArrayLike<number>;
    for (let r = 0; r < rows; r++) data[r * columns.length + c] = band[r];
  });
  return { rows, columns: columns.length, data };
}

function sameNames(names: unknown, columns: readonly string[]): boolean {
  const list = names as readonly string[];
  return list.length === columns.length && columns.every((name, i) => name === list[i]);
}

function digestOf(row: Row): string {
  const { buffer, byteOffset, byteLength } = row instanceof Float64Array ? row : row.data;
  return createHash("sha256")
    .update(new Uint8Array(buffer, byteOffset, byteLength))
    .digest("hex");
}
