import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { setImmediate } from "node:timers/promises";
import Papa from "papaparse";
import { encodeWav } from "../../audio/encode-wav";
import {
  type CorpusSize,
  type EmbeddedUtterance,
  embeddedUtterances,
  speakUtterance,
} from "../../synthesis/embedded-corpus";

/** Options of `makeSyntheticCorpus`. */
export interface MakeOptions extends CorpusSize {
  /** Called after each recording; `done` of `total`. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Speaks the embedded corpus (or a part of it) into a folder: `metadata.csv` and `wav/`, the same
 * bytes on every machine. The folder appears only when it is complete; making that was interrupted
 * starts again. Of several makings at a time the first to finish stays.
 *
 * @example await makeSyntheticCorpus("synthetic", { speakers: 1, texts: 1 })
 */
export async function makeSyntheticCorpus(folder: string, options: MakeOptions = {}): Promise<void> {
  const goal = resolve(folder);
  const utterances = embeddedUtterances(options);
  const draft = startDraft(goal);
  try {
    for (const [done, utterance] of utterances.entries()) {
      const { samples, sampleRate } = speakUtterance(utterance).waveform;
      writeFileSync(join(draft, utterance.file), encodeWav(samples, sampleRate));
      options.onProgress?.(done + 1, utterances.length);
      await setImmediate();
    }
    finish(draft, goal, metadata(utterances));
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Gives the draft its name, where nobody else has finished the same corpus meanwhile. */
function finish(draft: string, goal: string, table: string): void {
  writeFileSync(join(draft, "metadata.csv"), table);
  try {
    renameSync(draft, goal);
  } catch (error) {
    const finished = join(goal, "metadata.csv");
    if (!existsSync(finished) || readFileSync(finished, "utf8") !== table) throw error;
  }
}

/**
 * An empty folder beside the goal; what dead processes left there is removed, what living ones
 * write is not.
 */
function startDraft(goal: string): string {
  const parent = dirname(goal);
  const prefix = `${basename(goal)}.making-`;
  mkdirSync(parent, { recursive: true });
  for (const name of readdirSync(parent)) {
    if (name.startsWith(prefix) && !isAlive(Number.parseInt(name.slice(prefix.length), 10))) {
      rmSync(join(parent, name), { recursive: true });
    }
  }
  const draft = mkdtempSync(join(parent, `${prefix}${process.pid}-`));
  mkdirSync(join(draft, "wav"));
  return draft;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function metadata(utterances: readonly EmbeddedUtterance[]): string {
  const rows = utterances.map(({ file, emotion, voice, text }) => {
    return { file, emotion, speaker: voice.name, text, sex: voice.sex, source: "synthetic" };
  });
  return `${Papa.unparse(rows, { newline: "\n" })}\n`;
}
