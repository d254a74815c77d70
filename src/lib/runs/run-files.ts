import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { InputError } from "../check";
import { parseJson } from "../disk/check-schema";
import { digestBytes } from "../disk/digest-file";
import { writeFile } from "../disk/paths";
import { readTable, type TextTable } from "../disk/read-table";
import type { OutOfFoldPrediction } from "../evaluation/evaluation";
import type { RunRecord } from "./run-record";
import { runSchema } from "./run-schema";

/** A run as it stands in its folder. */
export interface Run {
  /** The run's folder. */
  readonly folder: string;
  readonly record: RunRecord;
  /** One per recording, sorted by file; probabilities in the order of `record.confusion.labels`. */
  readonly predictions: readonly OutOfFoldPrediction[];
}

export const predictionColumns = ["file", "fold", "speaker", "emotion", "predicted"];

/** Whether a folder holds a complete run: `run.json` is written last. */
export function isRun(folder: string): boolean {
  return existsSync(join(folder, "run.json"));
}

/**
 * Writes `predictions.csv`, then `run.json`, each whole or not at all; the same run gives the same
 * bytes. The `run.json` of a run that is replaced goes first: what is left where writing stops is
 * no complete run.
 *
 * Columns of `predictions.csv`: file, fold, speaker, emotion, predicted, then p_<emotion> per
 * label.
 */
export function writeRun({ folder, record, predictions }: Run): void {
  const header = [...predictionColumns, ...record.confusion.labels.map((label) => `p_${label}`)];
  const lines = predictions.map(({ probabilities, ...row }) => [
    ...predictionColumns.map((column) => row[column as keyof typeof row]),
    ...probabilities,
  ]);
  const table = `${Papa.unparse([header, ...lines], { newline: "\n" })}\n`;
  rmSync(join(folder, "run.json"), { force: true });
  writeFile(join(folder, "predictions.csv"), table);
  const digest = digestOf(record, Buffer.from(table));
  writeFile(join(folder, "run.json"), `${JSON.stringify({ ...record, digest }, null, 1)}\n`);
}

/** Over both files, but for the digest itself: it finds damage. */
function digestOf(record: object, table: Uint8Array): string {
  return digestBytes(Buffer.concat([Buffer.from(JSON.stringify(record)), table]));
}

/**
 * Reads a run's folder.
 *
 * @throws InputError where the folder holds no run, or one that is damaged or of another format
 */
export function readRun(folder: string): Run {
  if (!isRun(folder))
    throw new InputError(`${folder} holds no run: run.json is missing; make one with ser evaluate --out`);
  const { digest, ...record } = readRecord(join(folder, "run.json"));
  const { labels } = record.confusion;
  const predictions = readPredictions(join(folder, "predictions.csv"), labels).map(({ cells }) => ({
    file: cells.file,
    fold: cells.fold,
    speaker: cells.speaker,
    emotion: cells.emotion,
    predicted: cells.predicted,
    probabilities: labels.map((label) => probabilityOf(cells[`p_${label}`], label, folder)),
  }));
  if (digest !== undefined && digest !== digestOf(record, readFileSync(join(folder, "predictions.csv"))))
    throw new InputError(
      `${join(folder, "run.json")} is damaged: it and predictions.csv do not have the digest that it says; ${cure}`,
    );
  return { folder, record, predictions };
}

function probabilityOf(cell: string, label: string, folder: string): number {
  const value = cell.trim() === "" ? Number.NaN : Number(cell);
  if (value >= 0 && value <= 1) return value;
  const path = join(folder, "predictions.csv");
  throw new InputError(`${path} is damaged: p_${label}=${cell} must be from 0 to 1; ${cure}`);
}

const cure = "remove its folder and run ser evaluate again";

/** Runs that were written before there was a digest have none. */
function readRecord(path: string): RunRecord & { readonly digest?: string } {
  const record = parseJson(runSchema, readFileSync(path, "utf8"), { path, cure });
  const { labels, counts } = record.confusion;
  if (counts.length !== labels.length || counts.some((row) => row.length !== labels.length))
    throw new InputError(
      `${path} is damaged: confusion.counts must be ${labels.length} x ${labels.length}; ${cure}`,
    );
  return record as unknown as RunRecord & { readonly digest?: string };
}

function readPredictions(path: string, labels: readonly string[]): TextTable["rows"] {
  if (!existsSync(path)) throw new InputError(`${path} is missing; ${cure}`);
  const { columns, rows } = readTable(path);
  const wanted = [...predictionColumns, ...labels.map((label) => `p_${label}`)];
  const missing = wanted.find((column) => !columns.includes(column));
  if (missing) throw new InputError(`${path}: the column "${missing}" is missing; ${cure}`);
  return rows;
}
