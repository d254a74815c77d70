import assert from "node:assert/strict";
import { cpSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { listRuns } from "../runs/list-runs";
import { resultsFolder } from "../runs/run-folder";
import { writeIndexPage } from "./index-page";
import { scoreDigits } from "./run-text";

const name = `test-index-${process.pid}`;
after(() => rmSync(resultsFolder(name), { recursive: true, force: true }));

test("a run's UAR stands right after its name, where a phone shows it", () => {
  const runs = join(resultsFolder("synthetic"), "runs");
  const [first] = readdirSync(runs).sort();
  cpSync(join(runs, first), join(resultsFolder(name), "runs", first), { recursive: true });
  const html = readFileSync(writeIndexPage(name), "utf8");
  const [{ record }] = listRuns(name);
  assert.match(html, /<th scope="col">run<\/th><th scope="col">UAR<\/th><th scope="col">protocol<\/th>/);
  const [, run, uar] = /<tr><td>([^<]*)<\/td><td class="n">([^<]*)</.exec(html)!;
  assert.ok(run.startsWith(`${record.settings.features} ${record.settings.model}`), run);
  assert.equal(uar, scoreDigits(record.metrics.uar.value));
});
