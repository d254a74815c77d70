import { UsageError } from "../../check";
import type { Waveform } from "../waveform";
import { addNoise } from "./add-noise";
import type { Alteration, AlterationFamily } from "./alteration";
import { clipped, quantized } from "./amplitude";
import { babble } from "./babble";
import { companded } from "./companded";
import { pinkNoise, whiteNoise } from "./generated-noise";
import { hideParts } from "./hide-parts";
import { cut, padded, playedFaster, stretch } from "./length";
import { atLevelOf, scaled } from "./level";
import { inRoom, roomResponse } from "./room";
import { shapeSpectrum } from "./shape-spectrum";
import { telephoneBand } from "./telephone-band";

/** Samples altered one by one. */
const onSamples =
  (change: (samples: Float32Array) => Float32Array): Alteration =>
  ({ samples, sampleRate }) => ({ samples: change(samples), sampleRate });

/** A filter, the recording's level kept. */
const filtered =
  (gainAt: (hertz: number, sampleRate: number) => number): Alteration =>
  (waveform) => {
    const { samples, sampleRate } = shapeSpectrum(waveform, (hertz) => gainAt(hertz, waveform.sampleRate));
    return { samples: atLevelOf(samples, waveform.samples), sampleRate };
  };

const decibels = (levelDb: number) => 10 ** (levelDb / 20);

/** What can happen to a sound on its way, by name. */
const families: Readonly<Record<string, AlterationFamily>> = {
  gain: { unit: "dB", create: (gainDb) => onSamples((samples) => scaled(samples, decibels(gainDb))) },
  offset: {
    unit: "of full scale",
    create: (offset) => onSamples((samples) => samples.map((x) => x + offset)),
  },
  white: {
    unit: "dB",
    create:
      (snrDb) =>
      (waveform, { source }) =>
        addNoise(waveform, { samples: whiteNoise(waveform.samples.length, source) }, snrDb),
  },
  pink: {
    unit: "dB",
    create:
      (snrDb) =>
      (waveform, { source }) =>
        addNoise(waveform, { samples: pinkNoise(waveform.samples.length, source) }, snrDb),
  },
  babble: {
    unit: "dB",
    takes: "voices",
    create:
      (snrDb) =>
      (waveform, { source, sounds }) =>
        addNoise(waveform, { samples: babble(sounds, waveform.samples.length, source) }, snrDb),
  },
  noise: {
    unit: "dB",
    takes: "noise",
    create:
      (snrDb) =>
      (waveform, { source, sounds: [noise] }) =>
        addNoise(waveform, noise, snrDb, source.integer(noise.samples.length)),
  },
  tone: {
    unit: "dB",
    create:
      (snrDb) =>
      (waveform, { source }) =>
        withTone(waveform, snrDb, 5000 + 2000 * source.uniform()),
  },
  telephone: { create: () => (waveform) => telephoneBand(waveform) },
  "mu-law": {
    create: () => (waveform) => telephoneBand(waveform, (samples) => companded(samples, "mulaw")),
  },
  "a-law": {
    create: () => (waveform) => telephoneBand(waveform, (samples) => companded(samples, "alaw")),
  },
  "high-pass": {
    unit: "Hz",
    allowed: [0, 1e6],
    create: (cutoffHz) => filtered((hertz) => hertz / Math.hypot(hertz, cutoffHz || 1)),
  },
  "low-pass": {
    unit: "Hz",
    allowed: [1, 1e6],
    create: (cutoffHz) => filtered((hertz) => cutoffHz / Math.hypot(hertz, cutoffHz)),
  },
  tilt: {
    unit: "dB",
    create: (riseDb) => filtered((hertz, sampleRate) => decibels((riseDb * hertz) / (sampleRate / 2))),
  },
  room: {
    unit: "s",
    allowed: [0.01, 10],
    create:
      (reverberationSeconds) =>
      (waveform, { source }) =>
        inRoom(waveform, roomResponse(reverberationSeconds, waveform.sampleRate, source)),
  },
  speed: {
    unit: "times",
    allowed: [0.25, 4],
    create: (factor) => (waveform) => playedFaster(waveform, factor),
  },
  "cut-start": {
    unit: "s",
    allowed: [0, 3600],
    create: (seconds) => (waveform) => cut(waveform, seconds, "start"),
  },
  "cut-end": {
    unit: "s",
    allowed: [0, 3600],
    create: (seconds) => (waveform) => cut(waveform, seconds, "end"),
  },
  "pad-start": {
    unit: "s",
    allowed: [0, 60],
    create: (seconds) => (waveform) => padded(waveform, seconds, "start"),
  },
  "pad-end": {
    unit: "s",
    allowed: [0, 60],
    create: (seconds) => (waveform) => padded(waveform, seconds, "end"),
  },
  part: {
    unit: "of the length",
    allowed: [0, 1],
    create:
      (share) =>
      (waveform, { source }) =>
        stretch(waveform, share, source),
  },
  bits: {
    unit: "bits",
    allowed: [2, 24],
    create: (bits) => onSamples((samples) => quantized(samples, bits)),
  },
  clip: {
    unit: "of the samples",
    allowed: [0, 1],
    create: (share) => onSamples((samples) => clipped(samples, share)),
  },
  "one-ear": { create: () => onSamples((samples) => scaled(samples, 0.5)) },
  "hidden-parts": {
    create:
      () =>
      (waveform, { source }) =>
        hideParts(waveform, source),
  },
};

/** A kind of alteration with its strength, as `parseAlteration` reads it. */
export interface ParsedAlteration {
  readonly kind: string;
  /** 0 where the kind has none. */
  readonly strength: number;
  readonly family: AlterationFamily;
}

/**
 * Reads the name of an alteration: its kind, and after a colon its strength where it has one.
 *
 * @throws UsageError for an unknown kind, or a strength that is missing or not allowed
 * @example parseAlteration("gain:-10").strength // -10
 */
export function parseAlteration(
  name: string,
  more: Readonly<Record<string, AlterationFamily>> = {},
): ParsedAlteration {
  const [kind, text, ...rest] = name.split(":");
  const family = Object.hasOwn(families, kind) ? families[kind] : Object.hasOwn(more, kind) && more[kind];
  if (!family)
    throw new UsageError(
      `condition "${name}" is unknown, it must be one of ${[...Object.keys(families), ...Object.keys(more)].join(", ")}`,
    );
  const { unit, allowed: [lowest, highest] = [-1000, 1000] } = family;
  const strength = text === undefined || text.trim() === "" ? Number.NaN : Number(text);
  if (unit === undefined && text === undefined) return { kind, strength: 0, family };
  if (unit !== undefined && rest.length === 0 && strength >= lowest && strength <= highest)
    return { kind, strength, family };
  throw new UsageError(
    unit === undefined
      ? `condition "${name}" has no strength; write ${kind}`
      : `condition "${name}" must tell its strength in ${unit}, from ${lowest} to ${highest}, such as ${kind}:${Math.max(lowest, Math.min(highest, 10))}`,
  );
}

/** A tone at a ratio of the peaks. */
function withTone({ samples, sampleRate }: Waveform, snrDb: number, hertz: number): Waveform {
  const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  const step = (2 * Math.PI * Math.min(hertz, 0.45 * sampleRate)) / sampleRate;
  const gain = peak / decibels(snrDb);
  return { samples: samples.map((sample, i) => sample + gain * Math.sin(step * i)), sampleRate };
}
