import assert from "node:assert/strict";
import { test } from "node:test";
import { random } from "../../../numbers/random";
import type { PitchCandidate } from "./subharmonic-candidates";
import { ViterbiPath } from "./viterbi";

const candidate = (hertz: number, voicing = 0.9): PitchCandidate => ({ hertz, voicing });

/**
 * The decisions for a recording, in the order of its frames, and how many were made before its end.
 */
function decide(frames: readonly (readonly PitchCandidate[])[]) {
  const hertz: number[] = [];
  const path = new ViterbiPath((frame, value) => {
    assert.equal(frame, hertz.length);
    hertz.push(value);
  });
  for (const candidates of frames) path.push(candidates);
  const { decidedFrames } = path;
  path.finish();
  return { hertz, decidedFrames };
}

test("every frame is decided once and in order, for one of its candidates or as unvoiced", () => {
  const source = random("path");
  const frames = Array.from({ length: 500 }, () =>
    Array.from({ length: source.integer(7) }, () => candidate(60 + 300 * source.uniform(), source.uniform())),
  );
  const { hertz } = decide(frames);
  assert.equal(hertz.length, 500);
  hertz.forEach((value, t) => {
    assert.ok(value === 0 || frames[t].some((one) => one.hertz === value));
  });
});

test("a steady voice is followed through frames in which its octave stands out more", () => {
  const frames = Array.from({ length: 60 }, (_, t) =>
    t % 10 === 5 ? [candidate(240, 0.95), candidate(120, 0.85)] : [candidate(120), candidate(240, 0.8)],
  );
  assert.ok(decide(frames).hertz.every((value) => value === 120));
});

test("without candidates, or with candidates that are hardly voiced, a frame is unvoiced", () => {
  const frames = Array.from({ length: 30 }, (_, t) => (t < 10 ? [] : [candidate(120, 0.3)]));
  assert.ok(decide(frames).hertz.every((value) => value === 0));
});

test("a frame is decided while the recording goes on, at the latest after forty more", () => {
  const torn = Array.from({ length: 100 }, () => [candidate(120), candidate(240)]);
  const { decidedFrames } = decide(torn);
  assert.ok(decidedFrames >= 60, `${decidedFrames}`);
  const clear = Array.from({ length: 100 }, () => [candidate(120)]);
  assert.ok(decide(clear).decidedFrames >= 98);
});
