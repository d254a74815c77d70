import { createHash } from "node:crypto";
import { type FileMetaData, parquetMetadataAsync, parquetRead } from "hyparquet";
import { pieceReader } from "../../disk/piece-reader";
import type { Row } from "../../features/row";
import { valuesOf } from "../../numbers/values-of";

/** Which numbers a file holds: of which set and version, in which columns. */
export interface RowsOf {
  /** Name and version of the feature set. */
  readonly set: string;
  /** Versions of the numbers behind the name, by the names of its parts. */
  readonly numbers: Readonly<Record<string, number>>;
  readonly columns: readonly string[];
}

/** What a file says of itself; pandas and DuckDB find it in the metadata. */
export function notesOf({ set, numbers, columns }: RowsOf): Readonly<Record<string, string>> {
  return { set, numbers: JSON.stringify(numbers), columns: JSON.stringify(columns) };
}

/** Of the values of some rows, one after the other. */
export function digestOfRows(rows: readonly Row[]): string {
  const hash = createHash("sha256");
  for (const row of rows) {
    const { buffer, byteOffset, byteLength } = valuesOf(row);
    hash.update(new Uint8Array(buffer, byteOffset, byteLength));
  }
  return hash.digest("hex");
}

/** A Parquet file of rows, of which one group at a time is read. */
export class RowFile {
  private constructor(
    readonly path: string,
    /** The name of each row. */
    readonly names: readonly string[],
    private readonly metadata: FileMetaData,
    private readonly columns: number,
    private readonly digests: readonly string[],
  ) {}

  /** Nothing where the file is gone, damaged, or of other numbers. */
  static async open(path: string, of: RowsOf): Promise<RowFile | undefined> {
    try {
      const file = pieceReader(path);
      const metadata = await parquetMetadataAsync(file);
      const notes = Object.fromEntries(
        (metadata.key_value_metadata ?? []).map(({ key, value }) => [key, value]),
      );
      if (Object.entries(notesOf(of)).some(([key, value]) => notes[key] !== value)) return undefined;
      const names: string[] = [];
      await parquetRead({
        ...{ file, metadata, columns: ["recording"] },
        onChunk: ({ columnData }) => void names.push(...(columnData as string[])),
      });
      return new RowFile(path, names, metadata, of.columns.length, JSON.parse(notes.digests ?? ""));
    } catch {
      return undefined;
    }
  }

  /** How many groups the rows stand in. */
  get groups(): number {
    return this.metadata.row_groups.length;
  }

  /** The names of a group's rows. */
  namesOf(group: number): readonly string[] {
    const start = this.startOf(group);
    return this.names.slice(start, start + this.sizeOf(group));
  }

  /**
   * The rows of a group; nothing where the file is gone or its values are not those that were
   * written.
   */
  async rowsOf(group: number): Promise<Row[] | undefined> {
    try {
      const rows = await this.readGroup(group);
      return digestOfRows(rows) === this.digests[group] ? rows : undefined;
    } catch {
      return undefined;
    }
  }

  private async readGroup(group: number): Promise<Row[]> {
    const [rowStart, count] = [this.startOf(group), this.sizeOf(group)];
    const values: ArrayLike<number>[] = new Array(count);
    const frames: number[] = new Array(count);
    await parquetRead({
      ...{ file: pieceReader(this.path), metadata: this.metadata, rowStart, rowEnd: rowStart + count },
      onChunk: ({ columnName, columnData, rowStart: from }) => {
        const into = columnName === "values" ? values : columnName === "frames" ? frames : [];
        for (let i = 0; i < columnData.length; i++) into[from - rowStart + i] = columnData[i];
      },
    });
    return values.map((row, i) =>
      frames[i] === undefined
        ? Float64Array.from(row)
        : { rows: frames[i], columns: this.columns, data: Float32Array.from(row) },
    );
  }

  private sizeOf(group: number): number {
    return Number(this.metadata.row_groups[group].num_rows);
  }

  private startOf(group: number): number {
    let start = 0;
    for (let before = 0; before < group; before++) start += this.sizeOf(before);
    return start;
  }
}
