import { basename } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { type Compressors, parquetMetadataAsync, parquetReadObjects, parquetSchema } from "hyparquet";
import { InputError } from "../check";
import { pieceReader } from "./piece-reader";

/** What a Parquet file holds. */
export interface ParquetRows {
  readonly columns: readonly string[];
  /** The file's own notes by key: "huggingface", "pandas". */
  readonly notes: Readonly<Record<string, string>>;
  /**
   * Row after row, integers of 64 bit as bigint and bytes as bytes; one row group is in memory at a
   * time.
   */
  readonly rows: AsyncIterable<Readonly<Record<string, unknown>>>;
}

/** Besides Snappy, which the reader knows. */
const compressors: Compressors = {
  GZIP: (input) => gunzipSync(input),
  BROTLI: (input) => brotliDecompressSync(input),
};

/**
 * Reads a Parquet file row by row.
 *
 * @throws InputError naming the file where it is damaged or of a compression that is not read
 */
export async function readParquetRows(path: string): Promise<ParquetRows> {
  const file = pieceReader(path);
  const metadata = await parquetMetadataAsync(file).catch((error) => refuse(path, error));
  const columns = parquetSchema(metadata).children.map(({ element }) => element.name);
  const notes = (metadata.key_value_metadata ?? []).map(({ key, value }) => [key, value ?? ""]);
  async function* rows() {
    let rowStart = 0;
    for (const { num_rows } of metadata.row_groups) {
      const rowEnd = rowStart + Number(num_rows);
      const options = { file, metadata, rowStart, rowEnd, compressors, utf8: false };
      yield* await parquetReadObjects(options).catch((error) => refuse(path, error));
      rowStart = rowEnd;
    }
  }
  return { columns, notes: Object.fromEntries(notes), rows: rows() };
}

function refuse(path: string, error: unknown): never {
  const { message } = error as Error;
  throw new InputError(
    `${basename(path)}: no Parquet file that can be read (${message}); copy or write it again`,
  );
}
