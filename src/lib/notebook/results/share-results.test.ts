import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after, before, test } from "node:test";
import { strFromU8, unzipSync } from "fflate";
import { InputError } from "../../check";
import { resultsFolder } from "../../runs/run-folder";
import { shareResults } from "./share-results";

const name = `test-share-${process.pid}`;
const folder = resultsFolder(name);
const out = mkdtempSync(join(tmpdir(), "share-"));
const player = '<audio controls src="data:audio/wav;base64,UklGRg=="></audio>';
after(() => [folder, out].forEach((one) => void rmSync(one, { recursive: true, force: true })));

before(() => {
  const run = "runs/egemaps-v02_svm-linear_loso";
  cpSync(join(resultsFolder("synthetic"), run), join(folder, run), { recursive: true });
  writeFileSync(join(folder, run, "provenance.json"), "{}");
  mkdirSync(join(folder, "rendered"));
  const cells = [{ cell_type: "code", source: "", outputs: [{ data: { "text/html": player } }] }];
  writeFileSync(join(folder, "rendered", "01_a.ipynb"), JSON.stringify({ cells }));
  writeFileSync(join(folder, "rendered", "01_a.html"), `<p>${player}</p>`);
});

const zipped = (path: string) => {
  const files = Object.entries(unzipSync(readFileSync(`${path}.zip`)));
  return Object.fromEntries(
    files.map(([file, bytes]) => [file.slice(basename(path).length + 1), strFromU8(bytes)]),
  );
};

test("the same results give the same zip, which opens offline and holds no provenance", async () => {
  const [a, b] = [join(out, "a"), join(out, "b")];
  const shared = await shareResults({ name, out: a, audio: true });
  await shareResults({ name, out: b, audio: true });
  const files = zipped(a);
  assert.deepEqual(zipped(b), files, "two zips of the same results differ");
  assert.deepEqual([shared.sound, shared.zipBytes], [true, readFileSync(`${a}.zip`).length]);
  const run = "runs/egemaps-v02_svm-linear_loso";
  const pages = ["index.html", "plotly.min.js", "rendered/01_a.html", "rendered/01_a.ipynb"];
  assert.deepEqual(
    Object.keys(files),
    [...pages, "runs.csv", `${run}/predictions.csv`, `${run}/run.json`].sort(),
  );
  for (const [file, text] of Object.entries(files))
    assert.equal(readFileSync(join(a, file), "utf8"), text, `${file} is not the same in the folder`);
  assert.match(files["index.html"], /<script src="plotly\.min\.js"><\/script>/);
  assert.match(files["rendered/01_a.html"], /data:audio/);
});

test("no sound is shared when told, or where the terms forbid it; else all is as it was", async () => {
  const path = join(out, "silent");
  await shareResults({ name, out: path, audio: false });
  const silent = zipped(path);
  for (const [file, text] of Object.entries(silent).filter(([file]) => file !== "plotly.min.js"))
    assert.ok(!text.includes("data:audio"), `${file} has sound`);
  assert.equal(silent["rendered/01_a.html"], "<p><em>[sound left out]</em></p>");
  JSON.parse(silent["rendered/01_a.ipynb"]);

  const record = join(folder, "runs/egemaps-v02_svm-linear_loso/run.json");
  const text = readFileSync(record, "utf8");
  writeFileSync(record, text.replace('"synthetic": true', '"synthetic": false'));
  const shares = async (making: object) => {
    writeFileSync(join(folder, "page.json"), JSON.stringify({ making: { sounds: {}, ...making } }));
    return (await shareResults({ name, out: join(out, "terms"), audio: true })).sound;
  };
  const date = "2026-01-01T00:00:00.000Z";
  assert.equal(await shares({ date, licence: "research only, signed" }), false);
  assert.equal(await shares({ date, licence: "CC BY 4.0" }), true);
  assert.equal(await shares({ date }), true, "own recordings are their owner's to share");
  assert.equal(await shares({}), false, "nobody knows whose recordings these are");
});

test("a folder is written whole, replaced, and never written over something else", async () => {
  const place = join(out, "folder");
  await shareResults({ name, out: place, audio: true });
  await shareResults({ name, out: place, audio: true });
  assert.match(readFileSync(join(place, "rendered/01_a.html"), "utf8"), /sound left out/);
  writeFileSync(join(place, "mine.txt"), "");
  await assert.rejects(shareResults({ name, out: place, audio: true }), InputError);
  await assert.rejects(shareResults({ name: "test-none", out: place, audio: true }), /holds no results/);
});
