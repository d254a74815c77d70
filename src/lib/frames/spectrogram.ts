import type { Waveform } from "../audio/waveform";
import type { Matrix } from "../numbers/matrix";
import { fftFrequenciesHz, frameTimesSeconds } from "./axes";
import { powerToDb } from "./decibels";
import { Stft, type StftOptions } from "./stft";

/** A level over time and frequency, with its axes: what a picture of a recording needs. */
export interface Spectrogram {
  /** Frames x frequencies, in dB below the highest level (0 dB), at least -80. */
  readonly levelDb: Matrix;
  /** Time of each row. */
  readonly timesSeconds: Float64Array;
  /** Frequency of each column. */
  readonly frequenciesHz: Float64Array;
}

/**
 * The spectrogram of a recording: |STFT|^2 in dB relative to its highest value, as
 * librosa.power_to_db(S, ref=np.max). Defaults suit speech: a window of 25 ms (Hann), a frame every
 * 10 ms, the next power of two as `nFft`.
 *
 * @example spectrogram({ samples: new Float32Array(16000), sampleRate: 16000 }).levelDb // 101 rows x 257 columns
 */
export function spectrogram(waveform: Waveform, options: StftOptions = {}): Spectrogram {
  const { samples, sampleRate } = waveform;
  const stft = new Stft({ ...speechFrames(sampleRate), ...options });
  const frames = stft.frames(samples);
  const power = new Float32Array(frames.count * stft.bins);
  for (let t = 0; t < frames.count; t++) {
    stft.power(frames, t, power.subarray(t * stft.bins, (t + 1) * stft.bins));
  }
  return {
    levelDb: { rows: frames.count, columns: stft.bins, data: levelBelowHighest(power) },
    timesSeconds: frameTimesSeconds(frames.count, stft.hopLength, sampleRate),
    frequenciesHz: fftFrequenciesHz(sampleRate, stft.nFft),
  };
}

/** A window of 25 ms every 10 ms, in samples, inside the next power of two. */
export function speechFrames(sampleRate: number) {
  const winLength = Math.round(0.025 * sampleRate);
  return { winLength, hopLength: Math.round(0.01 * sampleRate), nFft: 2 ** Math.ceil(Math.log2(winLength)) };
}

/** Powers in dB relative to the highest of them, at least -80. */
export function levelBelowHighest(power: Float32Array): Float32Array {
  const highest = power.reduce((max, value) => Math.max(max, value), 0);
  return powerToDb(power, { ref: highest });
}
