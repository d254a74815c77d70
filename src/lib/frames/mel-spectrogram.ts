import type { Waveform } from "../audio/waveform";
import type { Matrix } from "../numbers/matrix";
import type { Samples } from "../numbers/samples";
import { frameTimesSeconds } from "./axes";
import { MelFilterBank, type MelOptions } from "./mel-filter-bank";
import { levelBelowHighest, type Spectrogram, speechFrames } from "./spectrogram";
import { Stft, type StftOptions } from "./stft";

/**
 * Mel power over time, frames x bands: the mel filter bank on |STFT|^2. Follows
 * librosa.feature.melspectrogram (transposed).
 *
 * @param sampleRate in Hz
 * @param options STFT settings (nFft 2048, hopLength 512) and filter bank settings (128 bands,
 *   Slaney)
 * @example melPower(new Float32Array(16000), 16000).rows // 32
 */
export function melPower(
  samples: Samples,
  sampleRate: number,
  options: StftOptions & MelOptions = {},
): Matrix {
  const stft = new Stft(options);
  const bank = new MelFilterBank(sampleRate, stft.nFft, options);
  const frames = stft.frames(samples);
  const spectrum = new Float64Array(stft.bins);
  const data = new Float64Array(frames.count * bank.bands);
  for (let t = 0; t < frames.count; t++) {
    stft.power(frames, t, spectrum);
    bank.apply(spectrum, data.subarray(t * bank.bands, (t + 1) * bank.bands));
  }
  return { rows: frames.count, columns: bank.bands, data };
}

/**
 * The mel spectrogram of a recording in dB relative to its highest value. Defaults suit speech: 25
 * ms window, 10 ms hop, 64 bands.
 *
 * @example melSpectrogram({ samples: new Float32Array(16000), sampleRate: 16000 }).levelDb // 101 rows x 64 columns
 */
export function melSpectrogram(waveform: Waveform, options: StftOptions & MelOptions = {}): Spectrogram {
  const { samples, sampleRate } = waveform;
  const settings = { ...speechFrames(sampleRate), nMels: 64, ...options };
  const { rows, columns, data } = melPower(samples, sampleRate, settings);
  return {
    levelDb: { rows, columns, data: levelBelowHighest(Float32Array.from(data)) },
    timesSeconds: frameTimesSeconds(rows, settings.hopLength, sampleRate),
    frequenciesHz: new MelFilterBank(sampleRate, settings.nFft, settings).frequenciesHz,
  };
}
