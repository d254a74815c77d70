import assert from "node:assert/strict";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { listRuns } from "../../runs/list-runs";
import { type Run, writeRun } from "../../runs/run-files";
import { resultsFolder } from "../../runs/run-folder";
import { writeResultsPage } from "./write-results-page";

const name = `test-results-${process.pid}`;
const folder = resultsFolder(name);
after(() => rmSync(folder, { recursive: true, force: true }));

const committed = listRuns("synthetic");
const leaking = committed.find(({ record }) => record.protocol.includes("LEAKS SPEAKERS"))!;
const honest = committed.filter((run) => run !== leaking).slice(-2);
const markup = '<img src=x onerror="alert(1)">';

/** The run with one label, one file and one note that look like HTML. */
function withMarkup(run: Run): Run {
  const [label] = run.record.confusion.labels;
  const renamed = JSON.parse(JSON.stringify(run).replaceAll(`"${label}"`, JSON.stringify(markup))) as Run;
  const file = (one: { file: string }) => `${markup}${one.file}`;
  const predictions = renamed.predictions.map((one) => ({ ...one, file: file(one) }));
  return { ...renamed, predictions, record: { ...renamed.record, notes: [markup] } };
}

test("the page says the best model on unseen speakers, keeps leaking runs apart, and takes labels for text", async () => {
  for (const run of [leaking, ...honest]) {
    const at = join(folder, "runs", run.folder.split("/").at(-1)!);
    writeRun({ ...withMarkup(run), folder: at });
  }
  const recording = {
    file: "a.wav",
    path: "a.wav",
    speaker: "s1",
    emotion: markup,
    extra: {},
  };
  const summary = await writeResultsPage(name, {
    command: `ser notebooks --name ${markup}`,
    date: new Date(0),
    corpus: { recordings: [recording], licence: markup },
    audio: true,
  });
  const html = readFileSync(join(folder, "index.html"), "utf8");
  assert.match(summary.answer[0], /^On speakers that it had not heard, .* chance is \.200\.$/);
  assert.ok(html.includes(summary.answer[0]), "the answer is not on the page");
  assert.deepEqual([summary.honest.length, summary.leaking.length], [2, 1]);
  assert.ok(summary.honest[0].uar >= summary.honest[1].uar, "honest runs are not best first");
  const apart = html.indexOf("Not on unseen speakers");
  assert.ok(html.lastIndexOf(summary.leaking[0].label) > apart, "the leaking run stands among the others");
  assert.ok(html.lastIndexOf(`>${summary.honest[0].label}<`) < apart);
  assert.ok(!html.includes("<img"), "a label became an element");
  assert.ok(html.includes("&lt;img src=x onerror="), "a label is missing");
  assert.doesNotMatch(html, /<(script|link|img|iframe)[^>]+(src|href)="(?!data:)/);
});

test("a page that is written again keeps who made it and when", async () => {
  const { making } = await writeResultsPage(name);
  assert.deepEqual(making.date, "1970-01-01T00:00:00.000Z");
  assert.equal(readFileSync(join(folder, "runs.csv"), "utf8").trim().split("\n").length, 4);
});

test("its figures are drawn offline, and none can be sent anywhere", async (t) => {
  const { withoutBrowser, withPage } = await import("../browser.fixture.mjs");
  if (withoutBrowser) return t.skip(withoutBrowser);
  await withPage(
    async (page, requests) => {
      await page.goto(pathToFileURL(join(folder, "index.html")).href);
      await page.locator("#confusion .heatmaplayer image").waitFor();
      const buttons = page.locator(".modebar-btn");
      const titles = await buttons.evaluateAll((all) => all.map((one) => one.getAttribute("data-title")));
      assert.ok(titles.length > 0 && titles.every((title) => !/share|cloud/i.test(title ?? "")), `${titles}`);
      assert.deepEqual(
        requests.filter((url) => !/^(file|data|blob):/.test(url)),
        [],
      );
    },
    { offline: true },
  );
});
