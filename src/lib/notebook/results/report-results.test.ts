import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { resultsFolder } from "../../runs/run-folder";
import { findBrowser } from "../find-browser";
import { reportResults } from "./report-results";

const name = `test-report-${process.pid}`;
const folder = resultsFolder(name);
const out = mkdtempSync(join(tmpdir(), "report-"));
after(() => [folder, out].forEach((one) => void rmSync(one, { recursive: true, force: true })));

before(() => {
  const run = "runs/egemaps-v02_svm-linear_loso";
  cpSync(join(resultsFolder("synthetic"), run), join(folder, run), { recursive: true });
});

test("the page of results becomes one PDF", async (t) => {
  if (!findBrowser()) return t.skip("no Chromium or Chrome found: sudo apt-get install chromium");
  const pdf = join(out, "page.pdf");
  const bytes = await reportResults(name, pdf);
  const content = readFileSync(pdf);
  assert.deepEqual([content.subarray(0, 5).toString(), content.length], ["%PDF-", bytes]);
});

test("where no browser is, one sentence tells what is missing and nothing is written", async () => {
  assert.equal(findBrowser({ PATH: out }), undefined);
  await assert.rejects(reportResults(name, join(out, "none.pdf"), ""), /needs Chromium or Chrome/);
  await assert.rejects(reportResults(`${name}-none`, join(out, "none.pdf")), /holds no runs/);
});
