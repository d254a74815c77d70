import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { root } from "../../../scripts/setup/step.mjs";
import { withoutBrowser, withPage } from "./browser.fixture.mjs";
import { scratchFolder, writeNotebook } from "./notebook.fixture.mjs";

const require = createRequire(import.meta.url);
require("../jobs/typescript.cjs");
const { confusionFigure } = require("../figures/scores/confusion-figure.ts");
const { modelCard } = require("../models/saved/model-card.ts");
const { displayed } = require("./displayed.fixture.ts");
const { play } = require("./play.ts");
const { say } = require("./say.ts");
const { show } = require("./show.ts");
const { showTable } = require("./show-table.ts");

const folder = scratchFolder("hostile");
after(() => rmSync(folder, { recursive: true }));

const image = "<img src=x onerror=ran()>";
const hostile = `${image}</script><script>ran()</script>[a](javascript:ran())<a href="javascript:ran()">b</a>`;

/** A run and a model of which every name is hostile. */
const settings = { features: hostile, model: hostile, folds: hostile };
const confusion = {
  labels: [hostile, "b"],
  counts: [
    [1, 2],
    [3, 4],
  ],
};
const score = { value: 0.5, recordings: [0.4, 0.6], speakers: [0.3, 0.7] };
const named = (value) => ({ [hostile]: value, b: value });
const corpus = { name: hostile, fingerprint: hostile, licence: hostile, recordings: 4, speakers: 2 };
const facts = {
  sampleRate: 16000,
  corpus: { ...corpus, synthetic: false, emotions: named(2) },
  evaluation: {
    ...{ protocol: hostile, uar: score, accuracy: score },
    ...{ recallByEmotion: named(0.5), uarBySpeaker: named(0.5) },
  },
  versions: { [hostile]: hostile },
};
const recognizer = {
  ...{ featureSet: hostile, normalize: "train", labels: [hostile, "b"] },
  classifier: { save: () => ({ model: hostile }) },
};

function everyDisplay() {
  return displayed(async () => {
    say(`Speaker ${hostile} is the best.`);
    say(modelCard(recognizer, facts));
    showTable([{ [hostile]: hostile }], { caption: hostile });
    play([{ caption: hostile, waveform: { samples: new Float32Array(8), sampleRate: 8000 } }]);
    await show(confusionFigure({ record: { settings, confusion } }));
  });
}

/** A chapter that showed these bundles, rendered. */
function rendered(name, bundles) {
  const path = writeNotebook(join(folder, `${name}.ipynb`), ["# A chapter", "show()"]);
  const notebook = JSON.parse(readFileSync(path, "utf8"));
  notebook.cells[1].outputs = bundles.map(({ data, metadata }) => {
    return { output_type: "display_data", data, metadata };
  });
  writeFileSync(path, JSON.stringify(notebook));
  execFileSync(join(root, ".venv/bin/python"), [join(root, "src/lib/notebook/render.py"), folder]);
  return pathToFileURL(path.replace("ipynb", "html")).href;
}

/** Opens a page, clicks every link of it, and tells what ran. */
async function whatRan(url, look) {
  return withPage(
    async (page) => {
      const ran = [];
      await page.exposeFunction("ran", () => ran.push("ran"));
      await page.goto(url);
      await look(page);
      await page.evaluate(() => {
        for (const link of document.querySelectorAll("main a[href^='javascript:']")) link.click();
      });
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
      return ran;
    },
    { offline: true },
  );
}

test("what names bring with them stands in a chapter as text, and nothing of it runs", {
  skip: withoutBrowser,
}, async () => {
  const ran = await whatRan(rendered("01_names", await everyDisplay()), async (page) => {
    await page.locator("figure.plot .heatmaplayer image").first().waitFor();
    const found = "main :is(img[onerror], script:not([type])), main a[href^='javascript:']";
    assert.equal(await page.locator(found).count(), 0, "a name became an element");
    const texts = await page.locator("main").innerText();
    assert.ok(texts.split("onerror=ran()").length > 15, "the names are not shown whole");
    await page.locator("#toggle-code").click();
    assert.equal(await page.locator("details.code[open]").count(), 0);
  });
  assert.deepEqual(ran, []);
});

test("a chapter that somebody else made runs nothing but its own page's scripts", {
  skip: withoutBrowser,
}, async () => {
  const data = { "text/html": hostile, "text/plain": "" };
  const url = rendered("02_foreign", [{ data, metadata: {} }]);
  const ran = await whatRan(url, async (page) => {
    assert.equal(await page.locator("img[onerror]").count(), 1);
  });
  assert.deepEqual(ran, []);
});
