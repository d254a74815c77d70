import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { root } from "../../../scripts/setup/step.mjs";
import { withoutBrowser, withPage } from "./browser.fixture.mjs";
import { scratchFolder } from "./notebook.fixture.mjs";

const folder = scratchFolder("book");
const name = `test-book-${process.pid}`;
const results = join(root, "results", name);
const rendered = join(results, "rendered");
const chapters = readdirSync(join(root, "notebooks")).filter((file) => file.endsWith(".ipynb"));

before(async () => {
  const require = createRequire(import.meta.url);
  require("../jobs/typescript.cjs");
  const { makeSyntheticCorpus } = require("../corpus/adapters/make-synthetic-corpus.ts");
  const size = { speakers: 3, texts: 3, emotions: 3 };
  await makeSyntheticCorpus(join(folder, "small"), size);
  await makeSyntheticCorpus(join(folder, "elsewhere"), { ...size, version: "elsewhere" });
});
after(() => {
  for (const path of [folder, results]) rmSync(path, { recursive: true, force: true });
});

/** `ser notebooks` on the small corpus, with its own cache. */
function notebooks(...options) {
  const { INIT_CWD, ...env } = process.env;
  const corpora = ["--corpus", join(folder, "small"), "--elsewhere", join(folder, "elsewhere")];
  const args = [join(root, "scripts", "ser.cjs"), "notebooks", ...corpora, "--name", name, ...options];
  return spawnSync(process.execPath, args, {
    encoding: "utf8",
    env: { ...env, SER_CACHE: join(folder, "cache") },
  });
}

test("every chapter runs to its end and becomes a page, and the scores are told", () => {
  const { status, stdout, stderr } = notebooks();
  assert.equal(status, 0, stderr);
  const expected = chapters.flatMap((file) => [file.replace("ipynb", "html"), file]);
  assert.deepEqual(readdirSync(rendered).sort(), expected.sort());
  assert.match(stdout, /svm-linear[^\n]*\d\.\d/);
  assert.match(stdout, new RegExp(`results/${name}/index\\.html`));
});

test("a page is one file: Plotly once in it, nothing from elsewhere", () => {
  for (const file of chapters) {
    const html = readFileSync(join(rendered, file.replace("ipynb", "html")), "utf8");
    assert.ok(html.split("plotly.js v").length - 1 <= 2, `${file} carries Plotly more than once`);
    assert.doesNotMatch(html, /<(script|link|img|iframe)[^>]+(src|href)="(?!data:)/, file);
  }
});

test("a rerun leaves the same bytes", () => {
  const [chapter] = chapters.filter((file) => file.startsWith("04"));
  const files = [chapter, chapter.replace("ipynb", "html")].map((file) => join(rendered, file));
  const first = files.map((path) => readFileSync(path, "utf8"));
  assert.equal(notebooks("--only", "4").status, 0);
  for (const [i, path] of files.entries())
    assert.ok(readFileSync(path, "utf8") === first[i], `${path} changed`);
});

test("index and chapters open offline and show their figures", { skip: withoutBrowser }, async () => {
  await withPage(
    async (page, requests) => {
      await page.goto(pathToFileURL(join(results, "index.html")).href);
      assert.match(await page.locator("table").first().textContent(), /svm-linear/);
      await page.locator('a[href*="02_"]').first().click();
      await page.locator("figure.plot .heatmaplayer image").first().waitFor();
      assert.equal(
        await page.locator('[data-title^="Share"]').count(),
        0,
        "a figure offers to upload itself",
      );
      assert.equal(await page.locator("audio").count(), 4);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      assert.equal(wide, false, "the page is wider than a phone");
      assert.deepEqual(
        requests.filter((url) => !/^(file|data|blob):/.test(url)),
        [],
      );
    },
    { offline: true, viewport: { width: 390, height: 844 } },
  );
});
