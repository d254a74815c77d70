import assert from "node:assert/strict";
import { test } from "node:test";
import { random } from "../numbers/random";
import { embeddedUtterances, speakUtterance } from "../synthesis/embedded-corpus";
import { EnergyVoiceActivity } from "./voice-activity";

const sampleRate = 16000;

/**
 * Two seconds of silence, an utterance, two seconds of silence, and which frames of 10 ms are
 * spoken (within 30 dB of the loudest).
 */
function speechBetweenSilence() {
  const utterance = embeddedUtterances({ speakers: 3, texts: 3 })[17];
  const { samples } = speakUtterance(utterance).waveform;
  const all = new Float32Array(samples.length + 4 * sampleRate);
  all.set(samples, 2 * sampleRate);
  const powers = Array.from({ length: Math.floor(all.length / 160) }, (_, t) => power(all, 160 * t, 160));
  const loudest = Math.max(...powers);
  const spoken = powers.map((value) => value > loudest * 1e-3);
  const spokenPowers = powers.filter((_, t) => spoken[t]);
  const level = spokenPowers.reduce((sum, value) => sum + value, 0) / spokenPowers.length;
  return { samples: all, spoken, level };
}

function power(samples: Float32Array, start: number, length: number): number {
  return samples.subarray(start, start + length).reduce((sum, sample) => sum + sample * sample, 0) / length;
}

const speech = speechBetweenSilence();

/** Shares of the frames told to be speech, of those that are and of those that are not. */
function told(samples: Float32Array) {
  const scores = new EnergyVoiceActivity(sampleRate).push(samples);
  const share = (spoken: boolean) => {
    const of = scores.filter((_, t) => t >= 100 && speech.spoken[t] === spoken);
    return of.filter((score) => score >= 0.5).length / of.length;
  };
  return { found: share(true), mistaken: share(false) };
}

/** Noise of a power; `colour` 0 is white, .95 mostly below 130 Hz. */
function noise(length: number, meanPower: number, colour = 0): Float32Array {
  const source = random(`noise ${colour}`);
  let last = 0;
  return Float32Array.from({ length }, () => {
    last = colour * last + Math.sqrt(meanPower * (1 - colour ** 2)) * source.normal();
    return last;
  });
}

const mixed = (a: Float32Array, b: Float32Array) => a.map((sample, i) => sample + b[i]);

for (const [snrDb, least] of [
  [40, 0.9],
  [30, 0.8],
  [20, 0.6],
  [10, 0.3],
]) {
  for (const colour of [0, 0.95]) {
    test(`speech ${snrDb} dB above noise (colour ${colour}) is found`, () => {
      const { samples, level } = speech;
      const { found, mistaken } = told(
        mixed(samples, noise(samples.length, level * 10 ** (-snrDb / 10), colour)),
      );
      assert.ok(found >= least, `${found} of the spoken frames`);
      assert.ok(mistaken <= 0.08, `${mistaken} of the other frames`);
    });
  }
}

test("loud speech is found from the stream's first sample on", () => {
  const scores = new EnergyVoiceActivity(sampleRate).push(speech.samples.subarray(2.2 * sampleRate));
  assert.ok(scores.slice(5, 40).filter((score) => score > 0.5).length > 20);
});

test("silence, offset, rumble and steady noise are no speech", () => {
  const length = 10 * sampleRate;
  const sounds = {
    silence: new Float32Array(length),
    offset: new Float32Array(length).fill(0.5),
    rumble: Float32Array.from({ length }, (_, i) => 0.01 * Math.sin((2 * Math.PI * 20 * i) / sampleRate)),
    "quiet noise": noise(length, 1e-5),
    "loud noise": noise(length, 1e-2),
  };
  for (const [name, samples] of Object.entries(sounds)) {
    const scores = new EnergyVoiceActivity(sampleRate).push(samples).slice(100);
    assert.ok(Math.max(...scores) < 0.5, `${name}: ${Math.max(...scores)}`);
  }
});

test("a click is speech for three frames at most", () => {
  const samples = noise(3 * sampleRate, 1e-7);
  samples[32000] = 0.9;
  const frames = new EnergyVoiceActivity(sampleRate)
    .push(samples)
    .flatMap((score, t) => (score > 0.5 ? [t] : []));
  assert.deepEqual(frames, [200, 201, 202]);
});

test("noise that rises is speech for 2.5 s at most, and half a second where it is steady", () => {
  const samples = noise(8 * sampleRate, 1e-6);
  samples.set(noise(4 * sampleRate, 1e-3), 4 * sampleRate);
  const scores = new EnergyVoiceActivity(sampleRate).push(samples);
  assert.ok(scores[410] > 0.5);
  assert.ok(scores.slice(480).every((score) => score < 0.5));
});

for (const rate of [8000, 11025, 22050, 44100]) {
  test(`at ${rate} Hz frames stay 10 ms, and chunks play no role`, () => {
    const samples = noise(3 * rate, 1e-4);
    const whole = new EnergyVoiceActivity(rate).push(samples);
    assert.equal(whole.length, 300);
    const detector = new EnergyVoiceActivity(rate);
    const source = random(rate);
    const parts: number[] = [];
    for (let at = 0; at < samples.length; ) {
      const chunk = samples.subarray(at, at + 1 + source.integer(700));
      parts.push(...detector.push(chunk));
      at += chunk.length;
    }
    assert.deepEqual(parts, whole);
  });
}
