import { statSync } from "node:fs";
import { join } from "node:path";
import { cacheFolder } from "../../disk/paths";
import { sha256 } from "../../disk/sha256";
import type { FeatureSet } from "../../features/feature-set";
import type { Row } from "../../features/row";
import { numbersOfSet } from "../../loading/numbers-of-set";
import { isFull, mergeRowFiles } from "./merge-row-files";
import type { RowFile, RowsOf } from "./row-file";
import { RowFileWriter } from "./row-file-writer";
import { type Place, RowPlaces } from "./row-places";

/** Which recording a row is of. */
export interface RowKey {
  /** Digest of the audio, as `pieceDigest` gives it. */
  readonly audio: string;
  /** The rate that the recording was resampled to before, in Hz; none: its own. */
  readonly sampleRate?: number;
}

/** So many small files are merged. */
const mostSmallFiles = 16;
/** Of the groups of rows that are kept in memory. */
const heldGroups = 16;

/**
 * The extracted rows of one feature set, kept between runs in Parquet files of many rows under
 * `<cache>/features/`, which pandas and DuckDB read.
 *
 * A row is known by the audio's digest and the rate where it was resampled, so a moved or renamed
 * corpus finds its rows and a changed recording does not. The set's name, the version of its
 * numbers and its columns have a folder of their own. What is put together is a file, written whole
 * or not at all: several processes may share the folder, and a killed one loses what it had in
 * work. Small files are merged into files of a few thousand rows. What is damaged or foreign counts
 * as missing.
 */
export class FeatureCache {
  private readonly folder: string;
  private readonly places: RowPlaces;
  private readonly held = new Map<string, Promise<Row[] | undefined>>();

  constructor(
    private readonly of: RowsOf,
    private readonly kind: "vector" | "matrix",
    folder: string = join(cacheFolder(), "features"),
  ) {
    const digest = sha256(JSON.stringify(of)).slice(0, 8);
    this.folder = join(folder, `${of.set.replace(/[^\w.-]/g, "_").slice(0, 100)}-${digest}`);
    this.places = new RowPlaces(this.folder, of);
  }

  async get(key: RowKey): Promise<Row | undefined> {
    const name = nameOf(key);
    for (;;) {
      const found = await this.places.find(name);
      if (!found) return undefined;
      const rows = await this.group(found);
      if (rows) return rows[found.place];
      this.held.delete(groupOf(found));
      this.places.distrust(found);
    }
  }

  /** Keeps rows, all in one file. */
  put(rows: readonly (readonly [RowKey, Row])[]): void {
    if (rows.length === 0) return;
    const writer = new RowFileWriter(this.folder, this.of, this.kind);
    try {
      for (const [key, row] of rows) writer.add(nameOf(key), row);
      writer.finish();
    } catch (error) {
      writer.abandon();
      throw error;
    }
  }

  /** Merges small files where there are many, and those in which something is damaged. */
  async merge(): Promise<void> {
    const { files, distrusted } = await this.places.all();
    const toMerge = files.filter((file) => distrusted.has(file) || !isFull(file, this.of.columns.length));
    if (toMerge.length >= mostSmallFiles || distrusted.size > 0)
      await mergeRowFiles(this.folder, this.of, this.kind, byAge(toMerge));
  }

  /** The rows of a group; the few that were asked for last are held. */
  private group(place: Place): Promise<Row[] | undefined> {
    const key = groupOf(place);
    const rows = this.held.get(key) ?? place.file.rowsOf(place.group);
    this.held.delete(key);
    this.held.set(key, rows);
    const [oldest] = this.held.keys();
    if (this.held.size > heldGroups) this.held.delete(oldest);
    return rows;
  }
}

const caches = new Map<string, FeatureCache>();

/** The cache of a set; one per thread, which remembers where its rows stand. */
export function featureCache({
  name,
  kind,
  columns,
}: Pick<FeatureSet, "name" | "kind" | "columns">): FeatureCache {
  const of: RowsOf = { set: name, numbers: numbersOfSet(name), columns };
  const id = JSON.stringify([cacheFolder(), kind, of]);
  const cache = caches.get(id) ?? new FeatureCache(of, kind);
  caches.set(id, cache);
  return cache;
}

function nameOf({ audio, sampleRate }: RowKey): string {
  return sampleRate === undefined ? audio : `${audio}-${sampleRate}`;
}

const groupOf = ({ file, group }: Place) => `${file.path} ${group}`;

/** The oldest first, so that rows that were extracted one after the other stay side by side. */
function byAge(files: readonly RowFile[]): RowFile[] {
  const age = new Map(
    files.map((file) => [file, statSync(file.path, { throwIfNoEntry: false })?.mtimeMs ?? 0]),
  );
  return [...files].sort((a, b) => age.get(a)! - age.get(b)! || (a.path < b.path ? -1 : 1));
}
