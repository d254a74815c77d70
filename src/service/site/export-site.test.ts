import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { createFeatureSet } from "../../lib/features/feature-sets";
import { tinyListener } from "../../lib/live/streams.fixture";
import { defaultModelFolder } from "../../lib/loading/default-model";
import { loadExportable } from "../../lib/loading/load-exportable";
import { Recognizer } from "../../lib/models/saved/recognizer";
import { exportSite } from "./export-site";

const scratch = mkdtempSync(join(tmpdir(), "ser-export-"));
after(() => rmSync(scratch, { recursive: true, force: true }));
const facts = {
  sampleRate: 16000,
  corpus: {
    name: "c",
    fingerprint: "0",
    synthetic: true,
    recordings: 12,
    speakers: 4,
    emotions: { anger: 12 },
  },
  versions: {},
};
const recognizer = tinyListener(createFeatureSet("librosa-v1"), "svm-linear").then(
  (speechModel) => speechModel.recognizer,
);

/** The same model on a set of another name. */
async function on(featureSet: string): Promise<Recognizer> {
  const { columns, normalize, normalizer, classifier } = await recognizer;
  return new Recognizer({ featureSet, columns, normalize, normalizer, classifier });
}

test("a site in a results folder links to its page, one anywhere else to nothing", async () => {
  const results = join(scratch, "results");
  mkdirSync(join(results, "rendered"), { recursive: true });
  const page = async () => {
    await exportSite({ recognizer: await recognizer, facts }, join(results, "site"));
    return readFileSync(join(results, "site/index.html"), "utf8");
  };
  assert.doesNotMatch(await page(), /<a /);
  writeFileSync(join(results, "index.html"), "the results");
  assert.match(await page(), /<a href="\.\.\/index\.html">The results and the chapters<\/a>\n<\/header>/);
});

test("a site is six files that name no other place, and is replaced by the next", async () => {
  const folder = join(scratch, "site");
  for (let round = 0; round < 2; round++) {
    const sizes = await exportSite({ recognizer: await recognizer, facts }, folder);
    assert.deepEqual(readdirSync(folder).sort(), Object.keys(sizes).sort());
  }
  const html = readFileSync(join(folder, "index.html"), "utf8");
  assert.match(html, /connect-src 'none'/);
  assert.deepEqual(
    [...html.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, to]) => to),
    ["data:,", "page.css", "model.js", "page.js"],
  );
  const notices = readFileSync(join(folder, "NOTICES.txt"), "utf8");
  assert.match(notices, /== mpg123-decoder [\d.]+: MIT[^=]*mpg123[^=]*Lesser General Public License/);
  assert.doesNotMatch(notices, /codec-parser|tensorflow/);
  assert.match(readFileSync(join(folder, "README.md"), "utf8"), /svm-linear on librosa-v1/);
  assert.doesNotMatch(
    readFileSync(join(folder, "page.js"), "utf8"),
    /tensorflow/i,
    "no tensors, no tensor library",
  );
});

test("the model that comes with the project, on a conditioned set, can be exported", async () => {
  const sizes = await exportSite(await loadExportable(defaultModelFolder), join(scratch, "default"));
  assert.ok(sizes["model.js"] > 0);
});

test("what cannot be exported is refused in a sentence, and nothing is written", async () => {
  const folder = join(scratch, "refused");
  const refuse = async (name: string, message: RegExp) =>
    assert.rejects(exportSite({ recognizer: await on(name), facts }, folder), message);
  await refuse("librosa-v1+onnx:mine.json", /a model on onnx:mine\.json cannot be exported/);
  await refuse("voice-v1", /exported with the voice encoder's weights/);
  assert.ok(!readdirSync(scratch).includes("refused"));
});

test("a folder that holds anything else is left alone", async () => {
  const folder = join(scratch, "other");
  mkdirSync(folder);
  writeFileSync(join(folder, "thesis.tex"), "");
  await assert.rejects(
    exportSite({ recognizer: await recognizer, facts }, folder),
    /other holds thesis\.tex, which is no part of an exported site; choose another directory/,
  );
  assert.deepEqual(readdirSync(folder), ["thesis.tex"]);
});
