import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { loadSilero } from "./load-silero";
import { onnxMissing } from "./onnx-missing.fixture";

const folder = mkdtempSync(join(tmpdir(), "ser-silero-"));
after(() => rmSync(folder, { recursive: true }));

/** With Silero's inputs and outputs: its score is the highest of the 64 + 512 samples. */
const detector = join(__dirname, "voice-detector.fixture.onnx");

/** Rises by a hundredth each frame of 32 ms. */
const stairs = Float32Array.from({ length: 8000 }, (_, i) => Math.floor(i / 512) / 100);
const steps = Array.from({ length: 15 }, (_, i) => Math.fround(i / 100));

test("a score per frame of 32 ms, whatever the chunks", { skip: onnxMissing }, async () => {
  const silero = await loadSilero(detector);
  assert.deepEqual(await silero(16000).push(stairs), steps);
  const stream = silero(16000);
  assert.equal(stream.frameSeconds, 0.032);
  const scores: number[] = [];
  for (let at = 0; at < stairs.length; at += 700)
    scores.push(...(await stream.push(stairs.subarray(at, at + 700))));
  assert.deepEqual(scores, steps);
});

test("a frame hears the end of the one before", { skip: onnxMissing }, async () => {
  const silero = await loadSilero(detector);
  const falling = stairs.map((sample) => 0.2 - sample);
  const [first, second, third] = await silero(16000).push(falling);
  assert.deepEqual([first, second, third], [falling[0], falling[0], falling[512]]);
});

test("streams of other rates are resampled to 16 kHz", { skip: onnxMissing }, async () => {
  const silero = await loadSilero(detector);
  const scores = await silero(48000).push(new Float32Array(48000).fill(0.5));
  assert.ok(scores.length >= 30 && scores.length <= 31);
  assert.ok(Math.abs(scores[10] - 0.5) < 1e-3);
});

test("other files are refused", { skip: onnxMissing }, async () => {
  await assert.rejects(
    loadSilero(join(__dirname, "other-detector.fixture.onnx")),
    /other-detector\.fixture\.onnx is not Silero VAD v5 or v6: it has no input "sr"/,
  );
  writeFileSync(join(folder, "text.onnx"), "not a model");
  await assert.rejects(loadSilero(join(folder, "text.onnx")), /text\.onnx is no ONNX model that can be run/);
});

test("without the optional package one sentence tells how to install it", {
  skip: !onnxMissing && "onnxruntime-node is installed",
}, async () => {
  await assert.rejects(loadSilero("silero.onnx"), /npm install --no-save onnxruntime-node@1\.30\.0/);
});
