import assert from "node:assert/strict";
import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, beforeEach, test } from "node:test";
import { encodeWav } from "../audio/encode-wav";
import { inspectRecording } from "./health/inspect-recording";
import { keepFacts, recallFacts } from "./kept-facts";

const root = mkdtempSync(join(tmpdir(), "kept-facts-"));
process.env.SER_CACHE = join(root, "cache");
after(() => rmSync(root, { recursive: true }));

const path = join(root, "a.wav");
const writeSound = (level: number, length = 80) =>
  writeFileSync(
    path,
    encodeWav(
      Float32Array.from({ length }, () => level),
      16000,
    ),
  );

beforeEach(() => {
  rmSync(join(root, "cache"), { recursive: true, force: true });
  writeSound(0.1);
});

/** The recording as if its file had not been changed for long, which a test does not wait for. */
function inspected() {
  const changed = String(statSync(path, { bigint: true }).ctimeNs);
  const facts = { ...inspectRecording({ file: "a.wav", path }), changed };
  return { file: "a.wav", path, speaker: "s", emotion: "joy", extra: {}, facts };
}

function keptFile(): string {
  const folder = join(root, "cache", "facts", "v3");
  return join(folder, readdirSync(folder)[0]);
}

const linesKept = () => readFileSync(keptFile(), "utf8").split("\n").filter(Boolean).length;

test("facts are recalled until the file changes, be it to the same length", () => {
  const recording = inspected();
  keepFacts({ root, recordings: [recording] });
  assert.deepEqual(recallFacts({ root })(path), recording.facts);
  assert.equal(recallFacts({ root: join(root, "other") })(path), undefined);
  const { ctimeNs } = statSync(path, { bigint: true });
  while (statSync(path, { bigint: true }).ctimeNs === ctimeNs) writeSound(0.2);
  assert.equal(recallFacts({ root })(path), undefined);
  rmSync(path);
  assert.equal(recallFacts({ root })(path), undefined);
});

test("facts of a file that was changed a moment ago are not kept: its next change might bear the same time", () => {
  const recording = { ...inspected(), facts: inspectRecording({ file: "a.wav", path }) };
  assert.equal(recording.facts.changed, undefined);
  keepFacts({ root, recordings: [recording] });
  assert.equal(recallFacts({ root })(path), undefined);
});

test("what is learned later is kept, too, and what is kept is not written again", () => {
  const recording = inspected();
  keepFacts({ root, recordings: [recording] });
  keepFacts({ root, recordings: [recording] });
  recording.facts.digest = "f00";
  keepFacts({ root, recordings: [recording] });
  const facts = recallFacts({ root })(path);
  assert.equal(facts?.digest, "f00");
  keepFacts({ root, recordings: [{ ...recording, facts }] });
  assert.equal(linesKept(), 2);
});

test("a line that was left half-written counts as missing", () => {
  keepFacts({ root, recordings: [inspected()] });
  appendFileSync(keptFile(), '{"path":"/else/b.wav","durationS');
  assert.notEqual(recallFacts({ root })(path), undefined);
  const recording = inspected();
  recording.facts.digest = "f00";
  keepFacts({ root, recordings: [recording] });
  assert.equal(recallFacts({ root })(path)?.digest, "f00");
});

test("lines that were replaced a hundred times go", () => {
  const recording = inspected();
  for (let i = 0; i <= 110; i++) {
    keepFacts({ root, recordings: [{ ...recording, facts: { ...recording.facts, digest: String(i) } }] });
  }
  assert.equal(recallFacts({ root })(path)?.digest, "110");
  assert.equal(linesKept(), 1);
});
