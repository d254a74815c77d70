import assert from "node:assert/strict";
import { test } from "node:test";
import type { Spectrogram } from "../../frames/spectrogram";
import { frequencyAxis, spectrogramTrace } from "./spectrogram-trace";

/** Silence with one loud cell. */
function made(frames: number, bins: number, loudFrame: number, loudBin: number): Spectrogram {
  const data = new Float32Array(frames * bins).fill(-80);
  data[loudFrame * bins + loudBin] = 0;
  return {
    levelDb: { rows: frames, columns: bins, data },
    timesSeconds: Float64Array.from({ length: frames }, (_, t) => t * 0.01),
    frequenciesHz: Float64Array.from({ length: bins }, (_, k) => (k * 8000) / (bins - 1)),
  };
}

function cells(trace: Record<string, unknown>): Int8Array {
  return new Int8Array(Buffer.from((trace.z as { bdata: string }).bdata, "base64"));
}

test("a small spectrogram keeps every cell; rows are frequencies", () => {
  const trace = spectrogramTrace(made(4, 3, 2, 1), "hertz", 70);
  assert.equal((trace.z as { shape: string }).shape, "3, 4");
  assert.equal(cells(trace).indexOf(0), 1 * 4 + 2);
});

test("a long one shrinks to a picture's size without losing its loudest cell", () => {
  const trace = spectrogramTrace(made(3000, 513, 1234, 200), "hertz", 70);
  const z = cells(trace);
  assert.ok(z.length <= 280 * 96);
  assert.equal(z.filter((value) => value === 0).length, 1);
});

test("ticks of mel bands stand at round frequencies, ascending towards the top", () => {
  const { tickvals, ticktext } = frequencyAxis(made(2, 65, 0, 0), "mel") as {
    tickvals: number[];
    ticktext: string[];
  };
  assert.deepEqual(ticktext, ["8", "4", "2", "1"]);
  assert.deepEqual(tickvals, [64, 32, 16, 8]);
});
