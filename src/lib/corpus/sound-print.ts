import type { Waveform } from "../audio/waveform";

const parts = 32;
/** Blocks by which beginning and end are found. */
const blockSeconds = 0.005;
/**
 * Sound begins and ends where a block lies less than this below the loudest, and parts below that
 * are not compared.
 */
const quietDb = 30;
/**
 * Two prints are of one sound where their loud parts differ by less, on average. Copies at -30 dB
 * differ by up to .1, as OGG Vorbis by .1 to .4 (one in 23: .8); the nearest two of EMO-DB by 2.6,
 * of the synthetic corpus, whose voices say one text alike, by .5.
 */
const sameDb = 0.45;
/** Steps of a print's numbers. */
const stepDb = 0.5;

/**
 * What a recording sounds like, in 64 numbers: the levels of 32 parts of it and of their first
 * differences, which follow the pitch and colour of the voice, against the whole. Gain, a header,
 * silence at the ends and a codec change hardly anything.
 *
 * @param waveform without offset
 * @returns two hex digits a number; nothing for silence
 */
export function soundPrint({ samples, sampleRate }: Waveform): string {
  const [from, to] = soundingBounds(samples, Math.max(1, Math.round(blockSeconds * sampleRate)));
  if (to - from < 2 * parts) return "";
  const whole = power(samples, from, to);
  const levels: number[] = [];
  const steps: number[] = [];
  for (let part = 0; part < parts; part++) {
    const [start, end] = [part, part + 1].map((k) => from + Math.floor((k * (to - from)) / parts));
    levels.push(power(samples, start, end) / whole);
    steps.push(differencePower(samples, start, end) / whole);
  }
  return [...levels, ...steps].map(toHex).join("");
}

/** A print as it is compared. */
export interface ReadPrint {
  /** In half decibels: the levels of the parts, then of their differences. */
  readonly steps: Uint8Array;
  /** The parts that are loud enough to be compared. */
  readonly loud: readonly number[];
}

/**
 * Reads a print, to compare it with many.
 *
 * @returns undefined for silence
 * @example readPrint("") // undefined
 */
export function readPrint(print: string): ReadPrint | undefined {
  if (print === "") return undefined;
  const steps = Uint8Array.from({ length: 2 * parts }, (_, i) =>
    Number.parseInt(print.slice(2 * i, 2 * i + 2), 16),
  );
  const loudest = Math.max(...steps.subarray(0, parts));
  const all = Array.from({ length: parts }, (_, part) => part);
  return { steps, loud: all.filter((part) => steps[part] * stepDb >= loudest * stepDb - quietDb) };
}

/**
 * Whether two prints are of the same sound: on average over the loud parts of the first they lie
 * less than .45 dB apart.
 *
 * @example
 * const print = { steps: new Uint8Array(64), loud: [0, 1, 2] };
 * isSameSound(print, print) // true
 */
export function isSameSound(one: ReadPrint, other: ReadPrint): boolean {
  const [a, b] = [one.steps, other.steps];
  const most = (sameDb / stepDb) * 2 * one.loud.length;
  let sum = 0;
  for (const part of one.loud) {
    sum += Math.abs(a[part] - b[part]) + Math.abs(a[part + parts] - b[part + parts]);
    if (sum >= most) return false; // nearly all pairs end here, after a few parts
  }
  return true;
}

/** From the first sounding block to the last. */
function soundingBounds(samples: Float32Array, block: number): [from: number, to: number] {
  const powers: number[] = [];
  for (let at = 0; at < samples.length; at += block) {
    powers.push(power(samples, at, Math.min(samples.length, at + block)));
  }
  const least = powers.reduce((a, b) => Math.max(a, b), 0) * 10 ** (-quietDb / 10);
  if (least < 1e-12) return [0, 0];
  const sounds = (value: number) => value >= least;
  const first = powers.findIndex(sounds);
  const lastSounding = powers.length - [...powers].reverse().findIndex(sounds);
  return [first * block, Math.min(samples.length, lastSounding * block)];
}

function power(samples: Float32Array, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += samples[i] * samples[i];
  return sum / (to - from);
}

function differencePower(samples: Float32Array, from: number, to: number): number {
  let sum = 0;
  for (let i = Math.max(1, from); i < to; i++) sum += (samples[i] - samples[i - 1]) ** 2;
  return sum / (to - from);
}

/** Half decibels from -100 dB on, as two hex digits. */
function toHex(ratio: number): string {
  const steps = Math.round((10 * Math.log10(Math.max(1e-10, ratio)) + 100) / stepDb);
  return Math.min(255, steps).toString(16).padStart(2, "0");
}
