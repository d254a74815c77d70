import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { writeFile } from "../disk/paths";
import { listRuns } from "../runs/list-runs";
import type { Run } from "../runs/run-files";
import { resultsFolder } from "../runs/run-folder";
import { escapeHtml } from "./escape-html";
import { rangeText, scoreDigits } from "./run-text";

/** A rendered chapter as the index lists it. */
interface Chapter {
  readonly href: string;
  readonly title: string;
}

/**
 * Writes `results/<name>/index.html`: the chapters, and every run with its scores and intervals. One file, no other needed.
 *
 * @returns the page's path
 */
export function writeIndexPage(name: string): string {
  const folder = resultsFolder(name);
  const path = join(folder, "index.html");
  writeFile(path, indexPage(name, chaptersIn(folder), listRuns(name)));
  return path;
}

function chaptersIn(folder: string): Chapter[] {
  const rendered = join(folder, "rendered");
  if (!existsSync(rendered)) return [];
  const notebooks = readdirSync(rendered).filter((file) => file.endsWith(".ipynb"));
  return notebooks.sort().map((file) => ({
    href: `rendered/${file.replace(/\.ipynb$/, ".html")}`,
    title: titleOf(join(rendered, file)) ?? file,
  }));
}

/** The first heading of a notebook. */
function titleOf(path: string): string | undefined {
  const { cells } = JSON.parse(readFileSync(path, "utf8")) as { cells: { source: string | string[] }[] };
  const text = cells.map(({ source }) => [source].flat().join("")).join("\n");
  return /^# (.+)$/m.exec(text)?.[1];
}

function indexPage(name: string, chapters: readonly Chapter[], runs: readonly Run[]): string {
  const title = `Speech Emotion Notebooks: ${name}`;
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(title)}</title><style>${style}</style></head><body><main>`,
    `<h1>${escapeHtml(title)}</h1>`,
    runs[0] ? `<p>${escapeHtml(aboutCorpus(runs[0]))}</p>` : "",
    "<h2>Chapters</h2>",
    `<ol>${chapters.map(({ href, title }) => `<li><a href="${href}">${escapeHtml(title.replace(/^\d+\W+/, ""))}</a></li>`).join("\n")}</ol>`,
    "<h2>Scores</h2>",
    runs.length > 0 ? scoresTable(runs) : "<p>No runs yet.</p>",
    "</main></body></html>\n",
  ].join("\n");
}

function aboutCorpus({ record: { corpus } }: Run): string {
  const voices = corpus.synthetic ? "synthetic voices" : "recorded voices";
  const emotions = Object.entries(corpus.emotions).map(([emotion, count]) => `${emotion} ${count}`);
  return `${corpus.recordings} recordings of ${corpus.speakers} speakers (${voices}): ${emotions.join(", ")}.`;
}

const scored = [
  ["UAR", "uar"],
  ["accuracy", "accuracy"],
  ["precision", "macroPrecision"],
  ["F1", "macroF1"],
] as const;

/** The model with its own options, and the seed where it is not 0, as both tell runs of one model apart. */
function modelText({ model, options, seed }: Run["record"]["settings"]): string {
  const given = Object.entries(options).map(([name, value]) => `${name} ${JSON.stringify(value)}`);
  return [model, ...given, ...(seed === 0 ? [] : [`seed ${seed}`])].join(", ");
}

function scoresTable(runs: readonly Run[]): string {
  const [uarTitle, ...otherTitles] = scored.map(([title]) => title);
  const head = ["run", uarTitle, "protocol", ...otherTitles];
  const rows = runs.map(({ record }) => {
    const { settings, protocol, metrics } = record;
    const scores = scored.map(([, key]) => {
      const { value, speakers } = metrics[key];
      return `<td class="n">${scoreDigits(value)}<small>${rangeText(speakers)}</small></td>`;
    });
    const [uar, ...others] = scores;
    const run = `<td>${escapeHtml(settings.features)} ${escapeHtml(modelText(settings))}</td>`;
    return `<tr>${[run, uar, `<td class="long">${escapeHtml(protocol)}</td>`, ...others].join("")}</tr>`;
  });
  const notes = [...new Set(runs.flatMap(({ record }) => record.notes))];
  return [
    '<div class="wide"><table>',
    `<thead><tr>${head.map((title) => `<th scope="col">${title}</th>`).join("")}</tr></thead>`,
    `<tbody>${rows.join("\n")}</tbody></table></div>`,
    "<p>UAR is the unweighted average recall; precision and F1 are macro averages. Small numbers: 95 % bootstrap interval over speakers.</p>",
    ...notes.map((note) => `<p>${escapeHtml(note)}</p>`),
  ].join("\n");
}

const style = `
:root { color-scheme: light dark; }
body { margin: 0; font: 16px/1.55 system-ui, sans-serif; background: Canvas; color: CanvasText; }
main { max-width: 62rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.7rem; line-height: 1.2; } h2 { margin-top: 2rem; font-size: 1.2rem; }
li { margin: .3rem 0; }
a:focus-visible { outline: 3px solid; outline-offset: 3px; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: .35rem .7rem; text-align: left; border-bottom: 1px solid color-mix(in srgb, CanvasText 25%, Canvas); }
.long { min-width: 15rem; }
.n { text-align: right; white-space: nowrap; } small { display: block; opacity: .75; }
`;
