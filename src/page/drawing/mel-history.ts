import { MelFilterBank } from "../../lib/frames/mel-filter-bank";
import { Stft } from "../../lib/frames/stft";
import { concatenated } from "../../lib/numbers/concatenated";

/** Enough for the eye; the model's own features are another matter. */
const BANDS = 64;
const HOP_SECONDS = 0.02;
const WINDOW_SECONDS = 0.032;
const HIGHEST_HZ = 8000;
/** A byte per band: half decibels above this. */
const LOWEST_DB = -120;

/**
 * The mel spectrogram of a stream as it grows, 64 bands of one byte every 20 ms, for drawing: 12 MB
 * an hour.
 *
 * @example
 * const history = new MelHistory(48000);
 * history.push(new Float32Array(48000));
 * history.columns // 48
 */
export class MelHistory {
  readonly bands = BANDS;
  /** Centre of each band, in Hz. */
  readonly frequenciesHz: Float64Array;
  readonly hopSeconds: number;
  /** The highest level so far, in half decibels above the lowest that is kept. */
  highest = 0;
  columns = 0;
  private readonly stft: Stft;
  private readonly bank: MelFilterBank;
  private readonly spectrum: Float64Array;
  private readonly powers: Float64Array;
  private levels = new Uint8Array(BANDS * 1024);
  private waiting: Float32Array = new Float32Array(0);

  /** @param sampleRate in Hz */
  constructor(sampleRate: number) {
    const winLength = Math.round(WINDOW_SECONDS * sampleRate);
    const hopLength = Math.round(HOP_SECONDS * sampleRate);
    const nFft = 2 ** Math.ceil(Math.log2(winLength));
    this.stft = new Stft({ nFft, winLength, hopLength, center: false });
    const fMax = Math.min(HIGHEST_HZ, sampleRate / 2);
    this.bank = new MelFilterBank(sampleRate, nFft, { nMels: BANDS, fMax, htk: true, norm: "none" });
    this.frequenciesHz = this.bank.frequenciesHz;
    this.hopSeconds = hopLength / sampleRate;
    this.spectrum = new Float64Array(this.stft.bins);
    this.powers = new Float64Array(BANDS);
  }

  push(samples: Float32Array): void {
    const held = concatenated([this.waiting, samples]);
    const { nFft, hopLength } = this.stft;
    if (held.length < nFft) {
      this.waiting = held;
      return;
    }
    const frames = this.stft.frames(held);
    for (let t = 0; t < frames.count; t++) this.add(this.stft.power(frames, t, this.spectrum));
    this.waiting = held.slice(frames.count * hopLength);
  }

  /** The levels of column `index`, 64 bytes, low bands first. */
  column(index: number): Uint8Array {
    return this.levels.subarray(index * BANDS, (index + 1) * BANDS);
  }

  private add(spectrum: Float64Array): void {
    this.makeRoom();
    const scale = 4 / this.stft.nFft ** 2;
    const powers = this.bank.apply(spectrum, this.powers);
    for (let b = 0; b < BANDS; b++) {
      const levelDb = 10 * Math.log10(powers[b] * scale + 1e-12);
      const level = Math.max(0, Math.min(255, Math.round(2 * (levelDb - LOWEST_DB))));
      this.levels[this.columns * BANDS + b] = level;
      if (level > this.highest) this.highest = level;
    }
    this.columns++;
  }

  private makeRoom(): void {
    if ((this.columns + 1) * BANDS <= this.levels.length) return;
    const larger = new Uint8Array(this.levels.length * 2);
    larger.set(this.levels);
    this.levels = larger;
  }
}
