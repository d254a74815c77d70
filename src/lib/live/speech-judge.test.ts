import assert from "node:assert/strict";
import { test } from "node:test";
import { random } from "../numbers/random";
import { embeddedUtterances, speakUtterance } from "../synthesis/embedded-corpus";
import { SpeechJudge } from "./speech-judge";

const sampleRate = 16000;
const judge = new SpeechJudge(sampleRate);
const source = random("speech judge");

/** 1.5 s of a function of the time in seconds. */
const sound = (at: (seconds: number) => number, seconds = 1.5) =>
  Float32Array.from({ length: seconds * sampleRate }, (_, i) => at(i / sampleRate));
const sine = (hz: number, t: number) => Math.sin(2 * Math.PI * hz * t);
const beat = (t: number) => (t % 0.4 < 0.2 ? 1 : 0);
const noise = sound(() => 0.1 * source.normal());

const withoutSpeech: Record<string, Float32Array> = {
  "digital silence": sound(() => 0),
  "an offset": sound(() => 0.1),
  "a loud offset under faint noise": sound(() => 0.5 + 1e-5 * source.normal()),
  "a tone": sound((t) => 0.5 * sine(220, t)),
  "a faint tone": sound((t) => 0.002 * sine(1000, t)),
  beeps: sound((t) => 0.5 * beat(t) * sine(1000, t)),
  "a sweep": sound((t) => 0.3 * sine(200 + 500 * t, t)),
  "a chord": sound((t) => 0.1 * (sine(440, t) + sine(554, t) + sine(659, t))),
  "mains hum": sound((t) => [1, 2, 3, 4, 5].reduce((sum, k) => sum + (0.1 / k) * sine(50 * k, t), 0)),
  "white noise": noise,
  "faint noise": noise.map((sample) => 0.01 * sample),
  "noise that comes and goes": noise.map((sample, i) => sample * beat(i / sampleRate)),
  clicks: sound((t) => (t % 0.3 < 0.0005 ? 0.8 : 0)),
};

for (const [name, samples] of Object.entries(withoutSpeech)) {
  test(`${name}: no speech`, () => assert.equal(judge.whyNot(samples), "no speech found"));
}

test("what is shorter than a syllable is too short, whatever it is", () => {
  const [utterance] = embeddedUtterances({ speakers: 1, texts: 1, emotions: 1 });
  const { samples } = speakUtterance(utterance).waveform;
  for (const milliseconds of [1, 20, 100])
    assert.equal(judge.whyNot(samples.subarray(0, 16 * milliseconds)), "too short to judge");
  assert.equal(judge.whyNot(new Float32Array(320)), "too short to judge");
});

test("speech is speech at any level, with an offset, in noise and at 8 kHz", () => {
  for (const utterance of embeddedUtterances({ speakers: 2, texts: 1, emotions: 4 })) {
    const { samples } = speakUtterance(utterance).waveform;
    const faintest = samples.map((sample) => 0.01 * sample);
    const offset = samples.map((sample) => sample + 0.1);
    const noisy = samples.map((sample) => sample + 0.001 * source.normal());
    for (const heard of [samples, faintest, offset, noisy]) assert.equal(judge.whyNot(heard), undefined);
    const narrow = samples.filter((_, i) => i % 2 === 0);
    assert.equal(new SpeechJudge(8000).whyNot(narrow), undefined);
  }
});
