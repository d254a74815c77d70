import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cacheFolder, writeFile } from "../disk/paths";
import type { FeatureSet } from "../features/feature-set";
import type { Row } from "../features/row";
import { numbersOfSet } from "../loading/numbers-of-set";
import { decodeRow, encodeRow, type RowKey } from "./cached-row";

/** What a set gives of a recording is kept under this key. */
export function rowKey(
  { name, columns }: Pick<FeatureSet, "name" | "columns">,
  { audio, sampleRate }: Pick<RowKey, "audio" | "sampleRate">,
): RowKey {
  return { audio, sampleRate, set: name, numbers: numbersOfSet(name), columns };
}

/**
 * Extracted rows kept between runs, one Parquet file per recording under `<cache>/features/<set>/`.
 *
 * Keyed by the audio's digest, the rate where it was resampled, and the set's name with the version
 * of its numbers, so a moved or renamed corpus finds its rows and a changed recording does not. An
 * entry of other numbers is replaced. Entries are written whole or not at all, so several processes
 * may share the folder and a killed one leaves only complete entries; a damaged or foreign entry
 * counts as missing and is written anew.
 */
export class FeatureCache {
  constructor(private readonly folder: string = join(cacheFolder(), "features")) {}

  async get(key: RowKey): Promise<Row | undefined> {
    let bytes: Uint8Array;
    try {
      bytes = readFileSync(this.pathOf(key));
    } catch {
      return undefined;
    }
    return decodeRow(bytes, key);
  }

  put(key: RowKey, row: Row): void {
    writeFile(this.pathOf(key), encodeRow(row, key));
  }

  private pathOf({ audio, set, sampleRate }: RowKey): string {
    const name = sampleRate === undefined ? audio : `${audio}-${sampleRate}`;
    return join(this.folder, set.replace(/[^\w.-]/g, "_"), audio.slice(0, 2), `${name}.parquet`);
  }
}
