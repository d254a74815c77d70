import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { InputError } from "../src/lib/check";
import { mutated } from "../src/lib/disk/mutated";
import { projectRoot } from "../src/lib/disk/paths";
import { loadModel } from "../src/lib/loading/storage";
import { random } from "../src/lib/numbers/random";
import { scoresText } from "../src/lib/report/comparison-text";
import { readRun } from "../src/lib/runs/run-files";
import { table } from "./report-table";

/** What is damaged, and how it is read. */
interface Saved {
  readonly name: string;
  readonly folder: string;
  /** With a digest that fits, so that the form is what is tried, not the digest. */
  readonly sign: (description: Record<string, unknown>) => object;
  /** @throws InputError where it is damaged */
  readonly read: (folder: string) => Promise<unknown>;
}

const model: Saved = {
  name: "model.json",
  folder: join(projectRoot, "src/lib/loading/default-model"),
  sign: ({ sha256: _, ...told }) => ({
    ...told,
    sha256: createHash("sha256").update(JSON.stringify(told)).digest("hex"),
  }),
  read: async (folder) => {
    const { recognizer } = await loadModel(folder);
    const [{ probabilities }] = await recognizer.recognize([new Float64Array(recognizer.columns.length)]);
    if (!probabilities.every(Number.isFinite)) throw new Error("a probability is no number");
  },
};

/**
 * Damages a saved model and a run so many times, each at one place of its JSON, with digests that
 * fit: each must be read, or refused in one sentence.
 *
 *     node --require ./src/lib/jobs/typescript.cjs bench/fuzz-saved.ts RUNDIR [1000]
 */
async function main(): Promise<void> {
  const [runFolder, count = "1000"] = process.argv.slice(2);
  const run: Saved = {
    name: "run.json",
    folder: runFolder,
    sign: ({ digest: _, ...told }) => told,
    read: async (folder) => scoresText([readRun(folder)]),
  };
  const lines: string[][] = [];
  for (const saved of [model, run]) lines.push(await fuzz(saved, Number(count)));
  console.log(table(["file", "damaged", "read", "refused in one sentence", "raw errors"], lines));
}

async function fuzz({ name, folder, sign, read }: Saved, count: number): Promise<string[]> {
  const copy = mkdtempSync(join(tmpdir(), "ser-fuzz-"));
  cpSync(folder, copy, { recursive: true });
  const whole = JSON.parse(readFileSync(join(folder, name), "utf8"));
  const draw = random(name);
  let [taken, refused, raw] = [0, 0, 0];
  for (let i = 0; i < count; i++) {
    writeFileSync(join(copy, name), JSON.stringify(sign(mutated(whole, draw) as Record<string, unknown>)));
    try {
      await read(copy);
      taken++;
    } catch (error) {
      if (error instanceof InputError && !error.message.includes("\n")) refused++;
      else {
        raw++;
        console.error(`${name} ${i}:`, error);
      }
    }
  }
  rmSync(copy, { recursive: true });
  return [name, `${count}`, `${taken}`, `${refused}`, `${raw}`];
}

void main();
