import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { readTable } from "../../../disk/read-table";
import { partOf } from "./table-files";

/**
 * EmoBox's published folds as columns: of several folds, each of which tests other recordings, the
 * number of the fold that tests a recording (`fold`); of a single one, its part (`split`).
 *
 * @param folder absolute path of `data/<corpus>`
 * @returns the columns of a recording by its key
 */
export function foldsOfEmobox(folder: string): (key: string) => Readonly<Record<string, string>> {
  const numbers = readdirSync(folder)
    .flatMap((name) => /^fold_(\d+)$/.exec(name)?.[1] ?? [])
    .sort((a, b) => Number(a) - Number(b));
  const columns = new Map<string, Readonly<Record<string, string>>>();
  for (const number of numbers) {
    for (const [part, keys] of partsOf(join(folder, `fold_${number}`))) {
      if (numbers.length > 1 && part !== "test") continue;
      const column: Record<string, string> = numbers.length > 1 ? { fold: number } : { split: part };
      for (const key of keys) columns.set(key, column);
    }
  }
  return (key) => columns.get(key) ?? {};
}

/** Keys by part; an older copy of a list, which has no keys, is passed over. */
function partsOf(folder: string): [part: string, keys: readonly string[]][] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /_(train|valid|test)_fold_\d+\.jsonl$/i.test(name))
    .map((name) => {
      const keys = readTable(join(folder, name)).rows.flatMap(({ cells }) => cells.key ?? []);
      return [partOf(name.replace(/_fold_\d+\.jsonl$/i, "")) ?? "train", keys];
    });
}
