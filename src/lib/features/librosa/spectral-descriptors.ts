import { framePower } from "../../audio/frame-power";
import { fftFrequenciesHz, frameTimesSeconds } from "../../frames/axes";
import { Stft, type StftOptions } from "../../frames/stft";
import type { Samples } from "../../numbers/samples";
import { spectralBandwidthHz } from "./spectral-bandwidth";
import { spectralCentroidHz } from "./spectral-centroid";
import { spectralFlatness } from "./spectral-flatness";
import { spectralRolloffHz } from "./spectral-rolloff";
import { zeroCrossingRate } from "./zero-crossing-rate";

/** Descriptors over time, one number per frame each. */
export interface SpectralDescriptors {
  readonly timesSeconds: Float64Array;
  /** Root mean square of the samples. */
  readonly rms: Float64Array;
  readonly zeroCrossingRate: Float64Array;
  readonly centroidHz: Float64Array;
  readonly bandwidthHz: Float64Array;
  readonly rolloffHz: Float64Array;
  readonly flatness: Float64Array;
}

/**
 * Spectral and level descriptors over time from one Fourier transform per frame, each as
 * librosa.feature defines it.
 *
 * @param sampleRate in Hz
 * @param options STFT settings; default 2048 samples every 512
 * @example spectralDescriptors(tone(1000).samples, 16000).centroidHz[10] // 1000
 */
export function spectralDescriptors(
  samples: Samples,
  sampleRate: number,
  options: StftOptions = {},
): SpectralDescriptors {
  const stft = new Stft(options);
  const { nFft: frameLength, hopLength } = stft;
  const frames = stft.frames(samples);
  const frequenciesHz = fftFrequenciesHz(sampleRate, frameLength);
  const spectrum = new Float64Array(stft.bins);
  const contour = () => new Float64Array(frames.count);
  const [centroidHz, bandwidthHz, rolloffHz, flatness] = [contour(), contour(), contour(), contour()];
  for (let t = 0; t < frames.count; t++) {
    flatness[t] = spectralFlatness(stft.power(frames, t, spectrum));
    for (let k = 0; k < spectrum.length; k++) spectrum[k] = Math.sqrt(spectrum[k]);
    centroidHz[t] = spectralCentroidHz(spectrum, frequenciesHz);
    bandwidthHz[t] = spectralBandwidthHz(spectrum, frequenciesHz, centroidHz[t]);
    rolloffHz[t] = spectralRolloffHz(spectrum, frequenciesHz);
  }
  return {
    timesSeconds: frameTimesSeconds(frames.count, hopLength, sampleRate),
    rms: framePower(samples, frameLength, hopLength).map(Math.sqrt),
    zeroCrossingRate: zeroCrossingRate(samples, { frameLength, hopLength }),
    centroidHz,
    bandwidthHz,
    rolloffHz,
    flatness,
  };
}
