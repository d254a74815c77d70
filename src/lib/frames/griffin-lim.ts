import type { Waveform } from "../audio/waveform";
import { MixedRadixFft } from "../numbers/fourier/mixed-radix-fft";
import { random } from "../numbers/random";
import { MelFilterBank } from "./mel-filter-bank";
import { Stft } from "./stft";

const nFft = 512;
const hopLength = 128;
const rounds = 16;

/**
 * What is left of a sound in its mel bands, as sound: its power in each band is spread over the
 * band's frequencies, and a phase is found that fits the overlapping frames (Griffin & Lim 1984,
 * 16 rounds from random phases).
 *
 * @param waveform at 16 kHz
 * @param bands how many mel bands stand between it and the result
 */
export function fromMelBands({ samples, sampleRate }: Waveform, bands: number): Waveform {
  const stft = new Stft({ nFft, hopLength });
  const frames = stft.frames(samples);
  const bank = new MelFilterBank(sampleRate, nFft, { nMels: bands, norm: "none" });
  const spread = spreading(bank, stft.bins);
  const magnitudes = Array.from({ length: frames.count }, (_, t) =>
    spread(bank.apply(stft.power(frames, t, new Float64Array(stft.bins)), new Float64Array(bands))),
  );
  const source = random("griffin-lim");
  const noise = () => Float64Array.from({ length: 2 * stft.bins }, () => source.normal());
  let sound = overlapAdd(
    magnitudes.map((one) => withPhasesOf(noise(), one)),
    samples.length,
  );
  for (let round = 0; round < rounds; round++) {
    const again = stft.frames(sound);
    const spectra = magnitudes.map((one, t) =>
      withPhasesOf(stft.complex(again, t, new Float64Array(2 * stft.bins)), one),
    );
    sound = overlapAdd(spectra, samples.length);
  }
  return { samples: sound, sampleRate };
}

/** The magnitudes of bins whose bands hold these powers: each bin takes the mean of its bands. */
function spreading(bank: MelFilterBank, bins: number) {
  const weights = Array.from({ length: bins }, (_, bin) => {
    const impulse = new Float64Array(bins);
    impulse[bin] = 1;
    return bank.apply(impulse, new Float64Array(bank.bands));
  });
  const widths = Array.from({ length: bank.bands }, (_, band) =>
    weights.reduce((sum, weight) => sum + weight[band], 0),
  );
  return (powers: Float64Array) =>
    Float64Array.from(weights, (weight) =>
      Math.sqrt(powers.reduce((sum, power, b) => sum + (widths[b] ? (weight[b] * power) / widths[b] : 0), 0)),
    );
}

/**
 * Changes a spectrum (real and imaginary parts, interleaved) to other magnitudes, keeping its
 * phases.
 */
function withPhasesOf(spectrum: Float64Array, magnitudes: Float64Array): Float64Array {
  for (let k = 0; k < magnitudes.length; k++) {
    const factor = magnitudes[k] / Math.max(1e-12, Math.hypot(spectrum[2 * k], spectrum[2 * k + 1]));
    spectrum[2 * k] *= factor;
    spectrum[2 * k + 1] *= factor;
  }
  return spectrum;
}

const fft = new MixedRadixFft(nFft);
const hann = Float64Array.from({ length: nFft }, (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / nFft));

/**
 * The sound whose frames come closest to these spectra: windowed, added up, and divided by the
 * windows' squares.
 */
function overlapAdd(spectra: readonly Float64Array[], length: number): Float32Array {
  const padded = new Float64Array(length + 2 * nFft);
  const weight = new Float64Array(length + 2 * nFft);
  const frame = new Float64Array(2 * nFft);
  for (const [t, spectrum] of spectra.entries()) {
    fft.transform(frame, mirrored(spectrum));
    // Frame t is centred on sample t * hopLength.
    const from = t * hopLength + nFft / 2;
    for (let i = 0; i < nFft && from + i < padded.length; i++) {
      padded[from + i] += (frame[2 * i] / nFft) * hann[i];
      weight[from + i] += hann[i] ** 2;
    }
  }
  return Float32Array.from({ length }, (_, i) => padded[i + nFft] / Math.max(1e-3, weight[i + nFft]));
}

/**
 * The conjugate of a real signal's whole spectrum, whose forward transform is the signal times
 * nFft.
 */
function mirrored(spectrum: Float64Array): Float64Array {
  const whole = new Float64Array(2 * nFft);
  for (let k = 0; k <= nFft / 2; k++) {
    const [re, im] = [spectrum[2 * k], spectrum[2 * k + 1]];
    whole[2 * k] = re;
    whole[2 * k + 1] = -im;
    if (k === 0 || k === nFft / 2) continue;
    whole[2 * (nFft - k)] = re;
    whole[2 * (nFft - k) + 1] = im;
  }
  return whole;
}
