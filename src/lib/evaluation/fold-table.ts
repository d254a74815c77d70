import { createHash, type Hash } from "node:crypto";
import { closeSync, existsSync, mkdirSync, openSync, readSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { InputError } from "../check";
import { cacheFolder, temporaryBeside } from "../disk/paths";
import type { Row } from "../features/row";
import { valuesOf } from "../numbers/values-of";
import type { Fold } from "./folds/fold";
import type { LabelledRows } from "./model-settings";

/**
 * What the folds of an evaluation share: all rows, and which of them each fold learns from and
 * decides on.
 */
export interface FoldTable extends LabelledRows {
  readonly folds: readonly Fold[];
}

/** The same with its recordings altered, in their order; stays on one machine. */
export interface AlteredFoldTable extends FoldTable {
  /** To learn from, beside the recordings as they are. */
  readonly augmented?: readonly (readonly Row[])[];
  /** To decide on, beside the recordings as they are. */
  readonly stressed?: readonly (readonly Row[])[];
}

/**
 * How the file begins, as JSON after its length; the rows' numbers follow, one row after the other.
 */
interface Header extends Omit<FoldTable, "rows"> {
  /** How many numbers each row has. */
  readonly lengths: readonly number[];
  /** Of matrices, which are Float32; vectors are Float64 and have none. */
  readonly columns?: number;
}

/**
 * Keeps a table under `<cache>/tables/`, where other machines find it, named by the digest of what
 * is in it. The same table is kept once.
 *
 * @returns the digest
 */
export function keepFoldTable(table: FoldTable): string {
  const temporary = temporaryBeside(pathOf("new"));
  mkdirSync(dirname(temporary), { recursive: true });
  try {
    const digest = writeTable(temporary, table);
    if (!existsSync(pathOf(digest))) renameSync(temporary, pathOf(digest));
    return digest;
  } finally {
    rmSync(temporary, { force: true });
  }
}

/**
 * A table that was kept, to the bit.
 *
 * @throws InputError where it is not there, or is damaged: then it is removed, so that it is kept
 *   anew
 */
export function keptFoldTable(digest: string): FoldTable {
  const path = pathOf(digest);
  if (!existsSync(path)) throw new InputError(`${path} is missing; run the command again`);
  const table = readTable(path, digest);
  if (table) return table;
  rmSync(path, { force: true });
  throw new InputError(`${path} was damaged and is removed; run the command again`);
}

function pathOf(digest: string): string {
  return join(cacheFolder(), "tables", digest);
}

function writeTable(path: string, { rows, ...rest }: FoldTable): string {
  const hash = createHash("sha256");
  const file = openSync(path, "w");
  const write = (bytes: Uint8Array) => {
    hash.update(bytes);
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
  };
  try {
    const columns = "data" in rows[0] ? rows[0].columns : undefined;
    const header: Header = { ...rest, columns, lengths: rows.map((row) => valuesOf(row).length) };
    const text = Buffer.from(JSON.stringify(header));
    write(bytesOf(Float64Array.of(text.length)));
    write(text);
    for (const row of rows) write(bytesOf(valuesOf(row)));
  } finally {
    closeSync(file);
  }
  return digestOf(hash);
}

/** The table of a file, unless its bytes are not those of the digest. */
function readTable(path: string, digest: string): FoldTable | undefined {
  const hash = createHash("sha256");
  const file = openSync(path, "r");
  const fill = <A extends Uint8Array | Float64Array | Float32Array>(values: A): A => {
    const bytes = bytesOf(values);
    for (let at = 0, read = 1; at < bytes.length && read > 0; at += read)
      read = readSync(file, bytes, at, bytes.length - at, null);
    hash.update(bytes);
    return values;
  };
  try {
    const [headerBytes] = fill(new Float64Array(1));
    const text = new TextDecoder().decode(fill(new Uint8Array(headerBytes)));
    const { lengths, columns, ...rest } = JSON.parse(text) as Header;
    const rows = lengths.map(
      (length): Row =>
        columns === undefined
          ? fill(new Float64Array(length))
          : { rows: length / columns, columns, data: fill(new Float32Array(length)) },
    );
    return digestOf(hash) === digest ? { ...rest, rows } : undefined;
  } catch {
    return undefined;
  } finally {
    closeSync(file);
  }
}

function bytesOf({ buffer, byteOffset, byteLength }: Uint8Array | Float64Array | Float32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

function digestOf(hash: Hash): string {
  return hash.digest("hex").slice(0, 32);
}
