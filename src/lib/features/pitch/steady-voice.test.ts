import assert from "node:assert/strict";
import { test } from "node:test";
import { steadyVoice } from "./steady-voice";

/** A second of a harmonic tone: its pitch glides until .5 s, then stays at 125 Hz. */
function glideThenSteady(): Float32Array {
  let phase = 0;
  return Float32Array.from({ length: 16000 }, (_, i) => {
    phase += (2 * Math.PI * (i < 8000 ? 250 - i / 64 : 125)) / 16000;
    return 0.3 * (Math.sin(phase) + 0.5 * Math.sin(2 * phase) + 0.3 * Math.sin(3 * phase));
  });
}

test("the stretch is where the pitch stays, and its pitch is told", () => {
  const { fromSeconds, f0Hz } = steadyVoice({ samples: glideThenSteady(), sampleRate: 16000 }, 0.1);
  assert.ok(fromSeconds > 0.45 && fromSeconds < 0.95, `from ${fromSeconds} s`);
  assert.ok(Math.abs(f0Hz! - 125) < 2, `${f0Hz} Hz`);
});

test("without a voice it is the beginning, and no pitch is claimed", () => {
  const silence = { samples: new Float32Array(16000), sampleRate: 16000 };
  assert.deepEqual(steadyVoice(silence, 0.1), { fromSeconds: 0 });
  assert.deepEqual(steadyVoice({ ...silence, samples: new Float32Array(100) }, 0.1), { fromSeconds: 0 });
});
