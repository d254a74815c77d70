import assert from "node:assert/strict";
import { test } from "node:test";
import { spectrumOf } from "../../numbers/fourier/spectrum-of";
import { percentile } from "../../numbers/percentile";
import { random } from "../../numbers/random";
import { signals } from "../signals.fixture";
import type { Waveform } from "../waveform";
import { parseAlteration } from "./alterations";
import { babble } from "./babble";
import { companded } from "./companded";
import { pinkNoise, whiteNoise } from "./generated-noise";
import { rootMeanSquare } from "./level";
import { inRoom, roomResponse } from "./room";

const { voice, voice44, noise, tone } = signals;
/** All kinds, as the refusal of an unknown one lists them. */
const alterationKinds = (() => {
  try {
    parseAlteration("?");
  } catch (error) {
    return /one of (.*)$/.exec((error as Error).message)![1].split(", ");
  }
  throw new Error("an unknown kind was taken");
})();
const strengths: Readonly<Record<string, string>> = {
  "high-pass": ":100",
  "low-pass": ":7000",
  offset: ":0.05",
  room: ":0.3",
  speed: ":1.1",
  "cut-start": ":0.1",
  "cut-end": ":0.1",
  "pad-start": ":0.1",
  "pad-end": ":0.1",
  part: ":0.5",
  bits: ":8",
  clip: ":0.1",
  ...Object.fromEntries(
    ["telephone", "mu-law", "a-law", "one-ear", "hidden-parts"].map((kind) => [kind, ""]),
  ),
};
function altered(name: string, waveform: Waveform, seed = 0): Waveform {
  const { family, strength } = parseAlteration(name);
  return family.create(strength)(waveform, { source: random(seed), sounds: [noise, tone] }) as Waveform;
}
const levelDb = (samples: Float32Array) => 20 * Math.log10(rootMeanSquare(samples));
const close = (a: number, b: number, most: number) => assert.ok(Math.abs(a - b) <= most, `${a} is not ${b}`);
/** Power between two frequencies, in dB. */
function bandDb({ samples, sampleRate }: Waveform, from: number, to: number): number {
  const size = 2 ** Math.ceil(Math.log2(samples.length));
  const spectrum = spectrumOf(samples, size);
  let power = 1e-30;
  for (let k = Math.ceil((from * size) / sampleRate); k < (to * size) / sampleRate; k++)
    power += spectrum[2 * k] ** 2 + spectrum[2 * k + 1] ** 2;
  return 10 * Math.log10(power);
}

for (const kind of alterationKinds) {
  test(`${kind}: the same seed gives the same bytes, the input stays, all is finite`, () => {
    for (const waveform of [voice, voice44]) {
      const before = waveform.samples.slice();
      const name = `${kind}${strengths[kind] ?? ":10"}`;
      const { samples, sampleRate } = altered(name, waveform);
      assert.deepEqual(altered(name, waveform).samples, samples);
      assert.deepEqual(waveform.samples, before);
      assert.notDeepEqual(samples, before);
      assert.equal(sampleRate, waveform.sampleRate);
      assert.ok(samples.length > 0 && samples.every(Number.isFinite));
    }
  });
  test(`${kind} leaves silence and a single sample finite`, () => {
    for (const length of [1, 4000]) {
      const silence = { samples: new Float32Array(length), sampleRate: 16000 };
      assert.ok(altered(`${kind}${strengths[kind] ?? ":10"}`, silence).samples.every(Number.isFinite));
    }
  });
}

test("a gain of x dB raises the level by x dB", () => {
  for (const gainDb of [-20, 5])
    close(levelDb(altered(`gain:${gainDb}`, voice).samples), levelDb(voice.samples) + gainDb, 1e-4);
});

test("noise stands so many dB below the recording as asked, whatever noise", () => {
  for (const kind of ["white", "pink", "babble", "noise"])
    for (const snrDb of [-5, 20]) {
      const { samples } = altered(`${kind}:${snrDb}`, voice);
      const added = samples.map((sample, i) => sample - voice.samples[i]);
      close(levelDb(voice.samples) - levelDb(added), snrDb, 0.01);
    }
});

test("white noise has the same power in each octave's hertz, pink noise in each octave", () => {
  const white = { samples: whiteNoise(2 ** 16, random(1)), sampleRate: 16000 };
  close(bandDb(white, 4000, 8000) - bandDb(white, 500, 1000), 10 * Math.log10(8), 0.7);
  const pink = { samples: pinkNoise(2 ** 16, random(1)), sampleRate: 16000 };
  for (const [from, to] of [[250, 500], [1000, 2000], [2000, 4000]]) // biome-ignore format: pairs
    close(bandDb(pink, from, to), bandDb(pink, 500, 1000), 1);
});

test("all voices of a babble are equally loud", () => {
  const quiet = { ...voice, samples: voice.samples.map((sample) => sample / 100) };
  close(rootMeanSquare(babble([quiet, noise], 12000, random(0))), Math.SQRT2, 0.1);
});

test("the telephone passes 300 to 3400 Hz and stops what lies beyond", () => {
  const heard = altered("telephone", noise);
  close(bandDb(heard, 400, 3200), bandDb(noise, 400, 3200), 0.3);
  for (const [from, to] of [[20, 180], [3900, 7900]]) // biome-ignore format: pairs
    assert.ok(bandDb(heard, from, to) < bandDb(noise, from, to) - 40);
});

test("G.711 rounds to its own values, some 37 dB below the recording", () => {
  for (const law of ["mulaw", "alaw"] as const) {
    const heard = companded(noise.samples, law);
    assert.deepEqual(companded(heard, law), heard);
    const error = heard.map((sample, i) => sample - noise.samples[i]);
    close(levelDb(noise.samples) - levelDb(error), 37, 3);
  }
});

test("a room's response falls by 60 dB in the reverberation time (Schroeder 1965)", () => {
  for (const seconds of [0.3, 1]) {
    const response = roomResponse(seconds, 16000, random(2)).subarray(32);
    const left = new Float64Array(response.length);
    let energy = 0;
    for (let i = response.length - 1; i >= 0; i--) left[i] = energy += response[i] ** 2;
    const whenDb = (level: number) =>
      left.findIndex((value) => 10 * Math.log10(value / left[0]) < level) / 16000;
    close(3 * (whenDb(-25) - whenDb(-5)), seconds, 0.1 * seconds);
  }
});

test("the direct sound comes first, and convolving with a click changes nothing", () => {
  const { samples } = inRoom(voice, Float64Array.of(1, 0));
  samples.forEach((sample, i) => {
    close(sample, voice.samples[i], 1e-6);
  });
  close(levelDb(altered("room:0.5", voice).samples), levelDb(voice.samples), 1e-3);
});

test("a tilt rises evenly over the band, at the recording's level", () => {
  const tilted = altered("tilt:16", noise);
  const rise = (from: number, to: number) => bandDb(tilted, from, to) - bandDb(noise, from, to);
  close(rise(6000, 6200) - rise(2000, 2200), 8, 0.3);
  close(levelDb(tilted.samples), levelDb(noise.samples), 1e-3);
});

test("faster is shorter and higher, in proportion", () => {
  const fast = altered("speed:1.25", tone);
  assert.equal(fast.samples.length, tone.samples.length / 1.25);
  assert.ok(bandDb(fast, 545, 555) > bandDb(fast, 100, 540) + 10);
});

test("cuts, pads and parts have the length asked for", () => {
  const length = (name: string) => altered(name, voice).samples.length;
  const all = voice.samples.length;
  assert.deepEqual(
    ["cut-start:0.25", "cut-end:0.25", "pad-start:0.25", "pad-end:0.25", "part:0.5", "cut-end:99"].map(
      length,
    ),
    [all - 4000, all - 4000, all + 4000, all + 4000, all / 2, 1600],
  );
});

test("so many samples are clipped as asked, and bits leave as many steps", () => {
  const { samples } = altered("clip:0.02", noise);
  const limit = percentile(Float64Array.from(noise.samples.map(Math.abs)).sort(), 0.98);
  close(Math.max(...samples), limit, 1e-3);
  assert.ok(new Set(altered("bits:4", noise).samples).size <= 16);
});

test("an unknown condition and a wrong strength are told with what is allowed", () => {
  for (const [name, message] of [
    ["wind:3", /condition "wind:3" is unknown, it must be one of gain, /],
    ["gain", /must tell its strength in dB, from -1000 to 1000, such as gain:10/],
    ["gain:loud", /must tell its strength in dB/],
    ["gain:3:4", /must tell its strength in dB/],
    ["room:0", /from 0\.01 to 10/],
    ["telephone:3", /has no strength; write telephone/],
  ] as const)
    assert.throws(() => parseAlteration(name), { name: "UsageError", message });
});
