import { spawn } from "node:child_process";
import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "../check";
import type { Selection } from "../corpus/selection/selection";
import { projectRoot } from "../disk/paths";
import { resultsFolder } from "../runs/run-folder";
import { bookProgress, type ChapterState } from "./book-progress";
import type { ParameterValue } from "./parameters";
import { renderChapters } from "./render-pages";

/** Which chapters run, on what. */
export interface BookRun {
  /**
   * As the chapters open it: a folder or manifest, absolute or from the project's root, or
   * `adapter:DIR`.
   */
  readonly corpus: string;
  /** The second corpus, likewise; default: as the chapters say. */
  readonly elsewhere?: string;
  /** An experiment file whose runs are compared; default: those that the chapters name. */
  readonly experimentFile?: string;
  /** The results go to results/<name>. */
  readonly name: string;
  /** Chapter numbers, "03" or "3"; default all. */
  readonly only?: readonly string[];
  /** Whether recordings can be heard in the rendered chapters; default true. */
  readonly audio?: boolean;
  /** Whether unreadable recordings are left out; default false. */
  readonly skipBad?: boolean;
  /** As `openCorpus` takes them. */
  readonly audioRoot?: string;
  readonly speakerFrom?: string;
  readonly selection?: Selection;
  /** Where the chapters are; default the project's own. */
  readonly chapters?: string;
}

/** A chapter that says nothing for so long is taken for hanging, and ended. */
const silenceMinutes = 60;

/**
 * Executes the chapters in reading order and renders what results/<name>/rendered then holds. A
 * chapter's notebook is written when it has run to its end, and its page after the last one; the
 * same run gives the same bytes. A chapter that fails keeps none from running, and what it had
 * computed is kept.
 *
 * @returns the chapters that failed, each with why: "05-models.ipynb was ended by SIGSEGV"; empty
 *   where all ran
 */
export async function runNotebooks(run: BookRun): Promise<readonly string[]> {
  const { corpus, elsewhere, name, audio = true, skipBad = false } = run;
  const { audioRoot, speakerFrom, selection, experimentFile } = run;
  const sources = chosen(run.chapters ?? join(projectRoot, "notebooks"), run.only);
  const target = join(resultsFolder(name), "rendered");
  mkdirSync(target, { recursive: true });
  const tell = bookProgress();
  const failed: string[] = [];
  for (const source of sources) {
    const start = performance.now();
    const chapter = source.file.replace(/\.ipynb$/, "");
    const opening = {
      ...(elsewhere && { elsewhere }),
      ...(experimentFile && { experimentFile }),
      ...(audioRoot && { audioRoot }),
      ...(speakerFrom && { speakerFrom }),
      ...(selection && { selection: JSON.stringify(selection) }),
    };
    const parameters = { corpus, name, audio, skipBad, ...opening };
    const update = (state: ChapterState) => tell.update(chapter, state);
    const why = await execute(source.path, join(target, source.file), parameters, update);
    if (why) failed.push(`${source.file} ${why}`);
    tell.ended(chapter, (performance.now() - start) / 1000, why);
  }
  renderChapters(target);
  return failed;
}

function chosen(folder: string, only?: readonly string[]): { file: string; path: string }[] {
  const all = readdirSync(folder).filter((file) => /^\d.*\.ipynb$/.test(file));
  const numberOf = (file: string) => Number.parseInt(file, 10);
  const unknown = only?.find((number) => !all.some((file) => numberOf(file) === Number(number)));
  if (unknown !== undefined) throw new UsageError(`--only ${unknown}: chapters are ${all.sort().join(", ")}`);
  const wanted = all.filter((file) => !only || only.some((number) => numberOf(file) === Number(number)));
  return wanted.sort().map((file) => ({ file, path: join(folder, file) }));
}

/**
 * One process per chapter: a chapter starts from nothing, as a reader does, and a hanging one can
 * be ended.
 *
 * @returns why it did not run to its end, if it did not; a cell that failed has told its reason by
 *   then
 */
function execute(
  source: string,
  target: string,
  parameters: Readonly<Record<string, ParameterValue>>,
  onState: (state: ChapterState) => void,
): Promise<string | undefined> {
  const child = spawn(process.execPath, [join(__dirname, "run-notebook.cjs"), source, target], {
    env: { ...process.env, NB_PARAMS: JSON.stringify(parameters) },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const watch = setTimeout(() => child.kill("SIGKILL"), silenceMinutes * 60_000);
  let at = "before its first cell";
  child.on("message", (state: ChapterState) => {
    watch.refresh();
    at = `in cell ${state.cell} of ${state.cells}`;
    onState(state);
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject).once("close", (code, signal) => {
      clearTimeout(watch);
      if (code === 0) resolve(undefined);
      else resolve(signal ? `was ended by ${signal} ${at}` : `failed ${at}`);
    });
  });
}
