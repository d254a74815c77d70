import assert from "node:assert/strict";
import { test } from "node:test";
import { type Performance, plainPerformance } from "./perform";
import { speak } from "./speak";
import { TEXTS } from "./texts";
import { VOICES } from "./voices";

const REGULAR: Partial<Performance> = { jitter: 0, shimmer: 0, breath: 0 };

/** Lag of the best autocorrelation between two, in samples. */
function period(
  samples: Float32Array,
  from: number,
  length: number,
  shortest: number,
  longest: number,
): number {
  let [best, strongest] = [shortest, Number.NEGATIVE_INFINITY];
  for (let lag = shortest; lag <= longest; lag++) {
    let [sum, energy] = [0, 1e-12];
    for (let i = from; i < from + length; i++) {
      sum += samples[i] * samples[i + lag];
      energy += samples[i + lag] ** 2;
    }
    if (sum / Math.sqrt(energy) > strongest) [best, strongest] = [lag, sum / Math.sqrt(energy)];
  }
  return best;
}

function levelAt(samples: Float32Array, from: number, length: number, radians: number): number {
  let [re, im] = [0, 0];
  for (let i = 0; i < length; i++) {
    const window = 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / length);
    re += window * samples[from + i] * Math.cos(radians * i);
    im += window * samples[from + i] * Math.sin(radians * i);
  }
  return Math.hypot(re, im);
}

test("the sound has the fundamental frequency that the truth tells", () => {
  for (const voice of [VOICES[0], VOICES[3]]) {
    const { waveform, segments, truth } = speak("m a' n o | l u' m e", {
      ...plainPerformance(voice),
      ...REGULAR,
    });
    for (const { startSeconds, endSeconds } of segments.filter(({ kind }) => kind === "vowel")) {
      const frame = Math.round((startSeconds + endSeconds) / 2 / truth.hopSeconds);
      const expected = 16000 / truth.f0Hz[frame];
      const lag = period(
        waveform.samples,
        frame * 80 - 240,
        480,
        Math.round(0.7 * expected),
        Math.round(1.5 * expected),
      );
      assert.ok(
        Math.abs(lag / expected - 1) < 0.03,
        `${voice.name}: ${16000 / lag} Hz, truth ${truth.f0Hz[frame]} Hz`,
      );
    }
  }
});

test("the spectrum peaks at the formants that the truth tells", () => {
  const low = {
    ...plainPerformance(VOICES[3]),
    ...REGULAR,
    f0Hz: 60,
    accentSemitones: 0,
    finalSemitones: 0,
    rate: 0.5,
  };
  const { waveform, segments, truth } = speak("a'", low, { roomDb: Number.NEGATIVE_INFINITY });
  const vowel = segments.find(({ kind }) => kind === "vowel")!;
  const frame = Math.round((vowel.startSeconds + vowel.endSeconds) / 2 / truth.hopSeconds);
  const level = (hertz: number) =>
    levelAt(waveform.samples, frame * 80 - 800, 1600, (2 * Math.PI * hertz) / 16000);
  const loudestNear = (hertz: number) =>
    Math.max(...[-30, -20, -10, 0, 10, 20, 30].map((offset) => level(hertz + offset)));
  for (const formant of [0, 1, 2]) {
    const hertz = truth.formantsHz[formant][frame];
    assert.ok(loudestNear(hertz) > 2 * loudestNear(hertz + 250), `F${formant + 1} at ${hertz} Hz`);
  }
});

test("pauses are silent, unvoiced in the truth, and nothing clips", () => {
  const { waveform, segments, truth } = speak(TEXTS.t2, plainPerformance(VOICES[1]), {
    roomDb: Number.NEGATIVE_INFINITY,
  });
  const pauses = segments.filter(({ kind }) => kind === "pause");
  assert.equal(pauses.length, 3);
  for (const { startSeconds, endSeconds } of pauses) {
    const middle = (startSeconds + endSeconds) / 2;
    assert.equal(truth.f0Hz[Math.round(middle / truth.hopSeconds)], 0);
    assert.ok(Math.abs(waveform.samples[Math.round(middle * 16000)]) < 1e-3);
  }
  assert.ok(waveform.samples.every((value) => Math.abs(value) < 0.97));
});

test("the same seed speaks the same samples; another rate keeps the length in seconds", () => {
  const say = (seed: string, sampleRate = 16000) =>
    speak("s a'", plainPerformance(VOICES[2]), { seed, sampleRate }).waveform;
  assert.deepEqual(say("a"), say("a"));
  assert.notDeepEqual(say("a"), say("b"));
  assert.equal(say("a", 32000).samples.length, 2 * say("a").samples.length);
});
