import { readdirSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { RowFile, type RowsOf } from "./row-file";

/** Where a row stands. */
export interface Place {
  readonly file: RowFile;
  readonly group: number;
  /** In the group. */
  readonly place: number;
}

/** A folder's time of change is coarse: one that is younger may have changed again. */
const settledMilliseconds = 1000;

/**
 * Which row stands where in a folder of row files that other threads and processes write, merge and
 * remove meanwhile.
 */
export class RowPlaces {
  /** By name. */
  private readonly files = new Map<string, RowFile>();
  /** Groups that could not be read. */
  private readonly distrusted = new Map<RowFile, Set<number>>();
  /** Files of which something could not be read, by name, as they were then. */
  private readonly unreadable = new Map<string, string>();
  private places = new Map<string, Place>();
  private listed = "";
  private listing?: Promise<void>;

  constructor(
    private readonly folder: string,
    private readonly of: RowsOf,
  ) {}

  /** The place of a row; looks at the folder again where the row is not known. */
  async find(name: string): Promise<Place | undefined> {
    if (!this.places.has(name)) await this.list();
    return this.places.get(name);
  }

  /** Takes no row from a group any more, as long as its file does not change. */
  distrust({ file, group }: Place): void {
    this.distrusted.set(file, (this.distrusted.get(file) ?? new Set()).add(group));
    this.unreadable.set(basename(file.path), stateOf(file.path));
    this.listed = "";
    this.placeAll();
  }

  /** All files, and those in which something could not be read. */
  async all(): Promise<{ readonly files: readonly RowFile[]; readonly distrusted: ReadonlySet<RowFile> }> {
    await this.list();
    return { files: [...this.files.values()], distrusted: new Set(this.distrusted.keys()) };
  }

  /** Once at a time, for all who wait. */
  private list(): Promise<void> {
    this.listing ??= this.listNow().finally(() => {
      this.listing = undefined;
    });
    return this.listing;
  }

  private async listNow(): Promise<void> {
    const state = stateOf(this.folder);
    if (state === "" || state === this.listed) return;
    const isSettled = Date.now() - statSync(this.folder).mtimeMs > settledMilliseconds;
    this.listed = isSettled ? state : "";
    const names = new Set(readdirSync(this.folder).filter((name) => name.endsWith(".parquet")));
    const known = [...this.files.keys(), ...this.unreadable.keys()];
    const gone = known.filter((name) => !names.has(name) || this.isRewritten(name));
    for (const name of gone) this.drop(name);
    if (gone.length > 0) this.placeAll();
    for (const name of names) if (!this.files.has(name) && !this.unreadable.has(name)) await this.open(name);
  }

  /** Whether a file that could not be read is another by now. */
  private isRewritten(name: string): boolean {
    const state = this.unreadable.get(name);
    return state !== undefined && state !== stateOf(join(this.folder, name));
  }

  private async open(name: string): Promise<void> {
    const path = join(this.folder, name);
    const state = stateOf(path);
    const file = await RowFile.open(path, this.of);
    if (!file) {
      this.unreadable.set(name, state);
      return;
    }
    this.files.set(name, file);
    this.place(file);
  }

  private drop(name: string): void {
    const file = this.files.get(name);
    this.files.delete(name);
    this.unreadable.delete(name);
    if (file) this.distrusted.delete(file);
  }

  private placeAll(): void {
    this.places = new Map();
    for (const file of this.files.values()) this.place(file);
  }

  private place(file: RowFile): void {
    const distrusted = this.distrusted.get(file);
    for (let group = 0; group < file.groups; group++) {
      if (distrusted?.has(group)) continue;
      for (const [place, name] of file.namesOf(group).entries())
        this.places.set(name, { file, group, place });
    }
  }
}

/** Changes with whatever is written there; empty where there is nothing. */
function stateOf(path: string): string {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found ? `${found.ino} ${found.mtimeNs} ${found.size}` : "";
}
