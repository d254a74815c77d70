import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseJson } from "../disk/check-schema";
import { digestBytes } from "../disk/digest-file";
import { writeFile } from "../disk/paths";
import { sha256 } from "../disk/sha256";
import type { FoldStore } from "../evaluation/cross-validate";
import type { FoldResult } from "../evaluation/fit-fold";
import { foldSchema } from "./run-schema";

/**
 * Keeps the results of finished folds beside the run until it is complete, so that a killed
 * evaluation goes on from there. Results of other settings or another corpus (`identity` differs)
 * are never taken.
 */
export class FoldFiles implements FoldStore {
  private readonly folder: string;

  constructor(runFolder: string, identity: unknown) {
    const digest = sha256(JSON.stringify(identity)).slice(0, 16);
    this.folder = join(runFolder, `unfinished-${digest}`);
  }

  /**
   * A file that is missing or damaged, or whose digest is not its own, is none: its fold is fitted
   * again.
   */
  get(fold: number): FoldResult | undefined {
    const path = this.pathOf(fold);
    try {
      const [digest, text] = readFileSync(path, "utf8").split("\n");
      if (digest !== digestBytes(Buffer.from(text))) return undefined;
      return parseJson(foldSchema, text, { path, cure: "its fold is fitted again" }) as FoldResult;
    } catch {
      return undefined;
    }
  }

  put(fold: number, result: FoldResult): void {
    const text = JSON.stringify(result);
    writeFile(this.pathOf(fold), `${digestBytes(Buffer.from(text))}\n${text}\n`);
  }

  /** How many folds are kept. */
  get count(): number {
    try {
      return readdirSync(this.folder).filter((name) => name.endsWith(".json")).length;
    } catch {
      return 0;
    }
  }

  clear(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private pathOf(fold: number): string {
    return join(this.folder, `fold-${fold}.json`);
  }
}
