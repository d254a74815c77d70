import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { InputError } from "../../check";
import { mayShareSound } from "../../corpus/may-share-sound";
import { projectRoot, writeFile, writeFolder } from "../../disk/paths";
import { zipFiles } from "../../disk/zip-files";
import { withoutSound } from "../../report/results/without-sound";
import { resultsFolder } from "../../runs/run-folder";
import { renderChapters } from "../render-pages";
import { writeResultsPage } from "./write-results-page";

/** What is shared, and where to. */
export interface ShareChoice {
  /** Of the folder under results/. */
  readonly name: string;
  /** A folder; the zip beside it has its name and `.zip`. */
  readonly out: string;
  /** Whether recordings can be heard, where their terms allow it. */
  readonly audio: boolean;
}

/** What was written. */
export interface SharedResults {
  readonly files: number;
  /** Of all files of the folder. */
  readonly bytes: number;
  readonly zipBytes: number;
  /** Whether recordings can be heard in it. */
  readonly sound: boolean;
  /** Terms of the recordings, where they are known. */
  readonly licence?: string;
}

/**
 * Packs `results/<name>` into a folder and a zip of it that open offline: the page of results, the
 * chapters, runs and saved models. The same results give the same bytes. Sound is left out where
 * the terms of the recordings forbid to pass them on, and where nothing tells which recordings they
 * are.
 *
 * @throws InputError where there are no such results, or the folder holds anything else
 */
export async function shareResults({ name, out, audio }: ShareChoice): Promise<SharedResults> {
  const folder = resultsFolder(name);
  if (!existsSync(join(folder, "runs")) && !existsSync(join(folder, "rendered")))
    throw new InputError(`results/${name} holds no results; npm start -- --corpus X makes them`);
  renderMissing(join(folder, "rendered"));
  const { making, synthetic } = await writeResultsPage(name);
  const known = making.date !== undefined;
  const sound = audio && (synthetic || (known && mayShareSound(making.licence)));
  const files = sharedFiles(folder, sound);
  writeFolder(out, files, { name: "shared results", mark: "index.html" });
  const zipBytes = writeZip(out, files);
  const bytes = Object.values(files).reduce((sum, { length }) => sum + length, 0);
  const { licence } = making;
  return { files: Object.keys(files).length, bytes, zipBytes, sound, ...(licence && { licence }) };
}

/** Chapters are committed without their pages. */
function renderMissing(rendered: string): void {
  if (!existsSync(rendered)) return;
  const chapters = readdirSync(rendered).filter((file) => file.endsWith(".ipynb"));
  const pages = chapters.map((file) => join(rendered, file.replace(/\.ipynb$/, ".html")));
  if (!pages.every((page) => existsSync(page))) renderChapters(rendered);
}

/** Plotly, which each page carries, is one file of what is shared. */
const PLOTLY = "plotly.min.js";

/** Content by path: pages and notebooks of the folder, runs without provenance, models. */
function sharedFiles(folder: string, sound: boolean): Record<string, Uint8Array> {
  const inside = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const paths = inside.map((one) => join(one.parentPath, one.name).slice(folder.length + 1));
  const shared = paths.filter((path) =>
    /^(index\.html|runs\.csv|rendered\/[^/]+\.(html|ipynb)|runs\/.+\/(run\.json|predictions\.csv)|models\/.+)$/.test(
      path,
    ),
  );
  const plotly = readFileSync(join(projectRoot, "node_modules/plotly.js-dist-min", PLOTLY), "utf8");
  const content = (path: string) => {
    const bytes = readFileSync(join(folder, path));
    if (![".html", ".ipynb"].includes(extname(path))) return bytes;
    const text = sound ? bytes.toString("utf8") : withoutSound(bytes.toString("utf8"));
    return Buffer.from(withSharedPlotly(text, plotly, path.startsWith("rendered/") ? "../" : ""));
  };
  const files = Object.fromEntries(shared.map((path) => [path, content(path)]));
  return { ...files, [PLOTLY]: Buffer.from(plotly) };
}

function withSharedPlotly(html: string, plotly: string, toRoot: string): string {
  const inPage = `<script>${plotly.replaceAll("</script", "<\\/script")}</script>`;
  return html.split(inPage).join(`<script src="${toRoot}${PLOTLY}"></script>`);
}

/** In the zip all lies in one folder, as unpacking should make one. */
function writeZip(out: string, files: Readonly<Record<string, Uint8Array>>): number {
  const inFolder = Object.entries(files).map(([path, bytes]) => [`${basename(out)}/${path}`, bytes]);
  const zip = zipFiles(Object.fromEntries(inFolder));
  writeFile(`${out}.zip`, zip);
  return zip.length;
}
