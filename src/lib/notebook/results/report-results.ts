import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { InputError } from "../../check";
import { writeFile } from "../../disk/paths";
import { resultsFolder } from "../../runs/run-folder";
import { findBrowser } from "../find-browser";
import { writeResultsPage } from "./write-results-page";

const patienceSeconds = 120;

/**
 * Prints the page of `results/<name>` to one PDF: without players, no figure across two pages.
 *
 * @param browser path of a Chromium or Chrome
 * @returns bytes of the PDF
 * @throws InputError where there are no such results, or no browser that prints
 */
export async function reportResults(name: string, out: string, browser = findBrowser()): Promise<number> {
  const folder = resultsFolder(name);
  if (!existsSync(join(folder, "runs")))
    throw new InputError(`results/${name} holds no runs; npm start -- --corpus X makes them`);
  if (!browser)
    throw new InputError(
      "a PDF needs Chromium or Chrome, and neither is on the PATH: install one, or name it by BROWSER_PATH. The page itself prints from any browser",
    );
  await writeResultsPage(name);
  const pdf = printed(browser, join(folder, "index.html"));
  writeFile(out, pdf);
  return pdf.length;
}

/** The page opens offline and holds only what was made here; root must do without the sandbox. */
function printed(browser: string, page: string): Uint8Array {
  const scratch = mkdtempSync(join(tmpdir(), "ser-report-"));
  const pdf = join(scratch, "page.pdf");
  const root = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const quiet = ["--headless", "--disable-gpu", "--no-first-run", `--user-data-dir=${scratch}/profile`];
  const printing = [`--print-to-pdf=${pdf}`, "--no-pdf-header-footer"];
  try {
    const { error, stderr } = spawnSync(browser, [...root, ...quiet, ...printing, pathToFileURL(page).href], {
      encoding: "utf8",
      timeout: 1000 * patienceSeconds,
    });
    if (!existsSync(pdf))
      throw new InputError(`${browser} did not print ${page}: ${error?.message ?? stderr.trim()}`);
    return readFileSync(pdf);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
