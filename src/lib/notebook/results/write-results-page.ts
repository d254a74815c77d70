import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { encodeWav } from "../../audio/encode-wav";
import { loadRecording } from "../../corpus/load-recording";
import type { Corpus } from "../../corpus/recording";
import { writeFile } from "../../disk/paths";
import { figureToPng } from "../../figures/picture/figure-png";
import { resultsMarkdown, resultsPictures } from "../../report/results/results-markdown";
import {
  type ResultsMaking,
  type ResultsSummary,
  resultsSummary,
} from "../../report/results/results-summary";
import { runsCsv } from "../../report/runs-csv";
import { listRuns } from "../../runs/list-runs";
import { resultsFolder } from "../../runs/run-folder";
import { renderResults } from "../render-pages";
import { chapterSummaries } from "./chapter-summaries";

/** What the one who makes the results knows beside them. */
export interface ResultsOrigin {
  readonly command: string;
  readonly date: Date;
  readonly corpus: Pick<Corpus, "recordings" | "licence">;
  /** Whether the worst errors can be heard. */
  readonly audio: boolean;
}

/**
 * Writes `results/<name>/index.html`, one file that opens offline; beside it `runs.csv`,
 * `page.json` (what the page says) and `index.md` with its pictures, for where HTML is not shown.
 *
 * @param origin where the results were made just now; else what an earlier `page.json` tells of it
 *   is kept
 * @returns what the page says
 */
export async function writeResultsPage(name: string, origin?: ResultsOrigin): Promise<ResultsSummary> {
  const folder = resultsFolder(name);
  const runs = listRuns(name);
  const chapters = chapterSummaries(join(folder, "rendered"));
  const models = cardsIn(join(folder, "models"));
  const says = (making: ResultsMaking) => resultsSummary({ name, runs, chapters, models, making });
  const kept = origin ? { sounds: {} } : keptMaking(join(folder, "page.json"));
  const summary = origin ? says(await makingOf(origin, says(kept).errors)) : says(kept);
  writeFile(join(folder, "runs.csv"), runsCsv(runs));
  writeFile(join(folder, "page.json"), `${JSON.stringify(summary, null, 1)}\n`);
  renderResults(join(folder, "page.json"), join(folder, "index.html"));
  await writeMarkdown(folder, summary);
  return summary;
}

async function writeMarkdown(folder: string, summary: ResultsSummary): Promise<void> {
  for (const figure of ["uar", "confusion"] as const) {
    const drawn = summary.figures[figure];
    if (drawn) writeFile(join(folder, resultsPictures[figure]), (await figureToPng(drawn)).png);
  }
  writeFile(join(folder, "index.md"), resultsMarkdown(summary));
}

/** The cards of saved models, by the model's folder. */
function cardsIn(folder: string): Record<string, string> {
  const models = existsSync(folder) ? readdirSync(folder).sort() : [];
  const withCard = models.filter((model) => existsSync(join(folder, model, "README.md")));
  return Object.fromEntries(withCard.map((model) => [model, `models/${model}/README.md`]));
}

function keptMaking(page: string): ResultsMaking {
  if (!existsSync(page)) return { sounds: {} };
  return (JSON.parse(readFileSync(page, "utf8")) as ResultsSummary).making;
}

async function makingOf(
  { command, date, corpus, audio }: ResultsOrigin,
  errors: ResultsSummary["errors"],
): Promise<ResultsMaking> {
  const heard = audio ? errors.map(({ file }) => file) : [];
  const recordings = corpus.recordings.filter(({ file }) => heard.includes(file));
  const sounds = await Promise.all(
    recordings.map(async (recording) => {
      const { samples, sampleRate } = await loadRecording(recording);
      return [recording.file, Buffer.from(encodeWav(samples, sampleRate)).toString("base64")];
    }),
  );
  const { licence } = corpus;
  return {
    command,
    date: date.toISOString(),
    ...(licence && { licence }),
    sounds: Object.fromEntries(sounds),
  };
}
