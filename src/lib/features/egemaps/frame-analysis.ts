import type { Waveform } from "../../audio/waveform";
import { Cepstrum } from "./cepstrum";
import { Formants, formantCount } from "./formants";
import { FramedSpectrum, gaussWindow, hammingWindow, hopSamples } from "./framed-spectrum";
import { Harmonicity } from "./harmonicity";
import { Harmonics } from "./harmonics";
import { LinearPrediction } from "./linear-prediction";
import { Loudness } from "./loudness";
import { MelBands } from "./mel-bands";
import { PeriodPerturbation } from "./period-perturbation";
import { PitchCandidates } from "./pitch-candidates";
import { PitchPath } from "./pitch-path";
import { SpectralBalance } from "./spectral-balance";

const shortSeconds = 0.02;
const longSeconds = 0.06;
/** Spectra that wait for the pitch path's decision; more than the path ever holds back. */
const waitingFrames = 64;
const semitoneZeroHz = 27.5;
/** Quieter frames are unvoiced whatever their pitch. */
const voicedRms = 0.001;

/** What is measured in every 20 ms frame. */
export const shortContours = [
  "loudness",
  "alphaRatio",
  "hammarbergIndex",
  "slope0-500",
  "slope500-1500",
  "spectralFlux",
  "mfcc1",
  "mfcc2",
  "mfcc3",
  "mfcc4",
  "energy",
  "F1frequency",
  "F1bandwidth",
  "F2frequency",
  "F2bandwidth",
  "F3frequency",
  "F3bandwidth",
] as const;

/** What is measured in every 60 ms frame: 0 where a frame is unvoiced, -201 dB for the formants' levels. */
export const longContours = [
  "F0hz",
  "F0semitone",
  "jitterLocal",
  "shimmerLocaldB",
  "HNRdBACF",
  "logRelF0-H1-H2",
  "logRelF0-H1-A3",
  "F1amplitudeLogRelF0",
  "F2amplitudeLogRelF0",
  "F3amplitudeLogRelF0",
] as const;

export type ContourName = (typeof shortContours)[number] | (typeof longContours)[number];

/** The contours of a recording before smoothing, a value every 10 ms. */
export interface FrameAnalysis {
  /** One array per name: `shortFrames` values of the 20 ms frames' contours, `longFrames` of the others. */
  readonly contours: Readonly<Record<ContourName, Float64Array>>;
  readonly shortFrames: number;
  readonly longFrames: number;
  /** How many of the long frames the pitch path had decided when the recording ended; the functionals of openSMILE see only these. */
  readonly decidedFrames: number;
}

/** Tables and buffers for one sample rate, used for any number of recordings. */
export class FrameAnalyser {
  private readonly short: FramedSpectrum;
  private readonly long: FramedSpectrum;
  private readonly bands: MelBands;
  private readonly loudness: Loudness;
  private readonly cepstrum = new Cepstrum(26);
  private readonly prediction: LinearPrediction;
  private readonly formants = new Formants();
  private readonly candidates: PitchCandidates;
  private readonly harmonics: Harmonics;
  private readonly harmonicity: Harmonicity;
  private readonly waiting: Float64Array[];

  constructor(readonly sampleRate: number) {
    this.short = new FramedSpectrum(sampleRate, shortSeconds, hammingWindow);
    this.long = new FramedSpectrum(sampleRate, longSeconds, gaussWindow);
    this.bands = new MelBands(this.short.hertzPerBin, sampleRate);
    this.loudness = new Loudness(this.bands.centresHz);
    this.prediction = new LinearPrediction(this.short);
    this.candidates = new PitchCandidates(this.long.hertzPerBin, this.long.bins);
    this.harmonics = new Harmonics(this.long.hertzPerBin);
    this.harmonicity = new Harmonicity(sampleRate, this.long.fftSize);
    this.waiting = Array.from({ length: waitingFrames }, () => new Float64Array(this.long.bins));
  }

  /** Analyses a recording; one that is shorter than 60 ms is padded with zeros to that length. */
  analyse(waveform: Waveform): FrameAnalysis {
    const samples = padded(waveform.samples, this.long.length);
    const shortFrames = this.short.count(samples.length);
    const longFrames = this.long.count(samples.length);
    const contours = emptyContours(shortFrames, longFrames);
    this.analyseShort(samples, shortFrames, contours);
    const decidedFrames = this.analyseLong(samples, longFrames, contours);
    return { contours, shortFrames, longFrames, decidedFrames };
  }

  private analyseShort(samples: Float32Array, count: number, contours: Contours): void {
    const { short, bands, loudness, cepstrum } = this;
    const balance = new SpectralBalance(short.hertzPerBin, short.bins);
    for (let t = 0; t < count; t++) {
      short.read(samples, t);
      bands.apply(short.power);
      contours.loudness[t] = loudness.of(bands.values);
      const coefficients = cepstrum.of(bands.values);
      for (let k = 1; k <= Cepstrum.coefficients; k++)
        contours[`mfcc${k}` as ContourName][t] = coefficients[k];
      contours.alphaRatio[t] = balance.alphaRatioDb(short.power);
      contours.hammarbergIndex[t] = balance.hammarbergIndexDb(short.power);
      [contours["slope0-500"][t], contours["slope500-1500"][t]] = balance.slopesDbPerHz(short.power);
      contours.spectralFlux[t] = balance.fluxOf(short.magnitude);
      contours.energy[t] = short.meanSquare(samples, t);
      this.findFormants(t, contours);
    }
  }

  private findFormants(t: number, contours: Contours): void {
    const { formants } = this;
    formants.find(this.prediction.of(this.short.spectrum));
    for (let f = 0; f < formantCount; f++) {
      contours[`F${f + 1}frequency` as ContourName][t] = formants.frequenciesHz[f];
      contours[`F${f + 1}bandwidth` as ContourName][t] = formants.bandwidthsHz[f];
    }
  }

  private analyseLong(samples: Float32Array, count: number, contours: Contours): number {
    const { long, candidates, waiting } = this;
    const perturbation = new PeriodPerturbation(samples, this.sampleRate, hopSamples(this.sampleRate));
    const rms = new Float64Array(count);
    const path = new PitchPath((t, hertz) => {
      if (hertz === 0 || rms[t] < voicedRms) return;
      this.describeVoiced(t, hertz, contours);
      const { jitter, shimmerDb } = perturbation.advance(t, hertz);
      contours.jitterLocal[t] = jitter;
      contours.shimmerLocaldB[t] = shimmerDb;
    });
    for (let t = 0; t < count; t++) {
      long.read(samples, t);
      rms[t] = Math.sqrt(long.windowedMeanSquare());
      waiting[t % waitingFrames].set(long.magnitude);
      path.push(candidates.of(long.magnitude));
    }
    const { decidedFrames } = path;
    path.finish();
    return decidedFrames;
  }

  private describeVoiced(t: number, f0Hz: number, contours: Contours): void {
    const { harmonics } = this;
    const magnitude = this.waiting[t % waitingFrames];
    harmonics.find(magnitude, f0Hz);
    contours.F0hz[t] = f0Hz;
    contours.F0semitone[t] = 12 * Math.log2(f0Hz / semitoneZeroHz);
    contours.HNRdBACF[t] = this.harmonicity.of(magnitude, f0Hz);
    contours["logRelF0-H1-H2"][t] = harmonics.h1MinusH2Db();
    contours["logRelF0-H1-A3"][t] = harmonics.h1MinusA3Db(contours.F3frequency[t]);
    for (let f = 1; f <= formantCount; f++) {
      const formantHz = contours[`F${f}frequency` as ContourName][t];
      contours[`F${f}amplitudeLogRelF0` as ContourName][t] = harmonics.formantLevelDb(formantHz);
    }
  }
}

type Contours = Record<ContourName, Float64Array>;

function emptyContours(shortFrames: number, longFrames: number): Contours {
  const short = shortContours.map((name) => [name, new Float64Array(shortFrames)] as const);
  const long = longContours.map((name) => {
    const unvoiced = name.endsWith("amplitudeLogRelF0") ? -201 : 0;
    return [name, new Float64Array(longFrames).fill(unvoiced)] as const;
  });
  return Object.fromEntries([...short, ...long]) as Contours;
}

function padded(samples: Float32Array, length: number): Float32Array {
  if (samples.length >= length) return samples;
  const out = new Float32Array(length);
  out.set(samples);
  return out;
}
