import type { Waveform } from "../../audio/waveform";
import { Cepstrum } from "./cepstrum";
import { Formants, formantCount } from "./formants";
import { FrameRing } from "./frame-ring";
import { FramedSpectrum, gaussWindow, hammingWindow, hopSamples } from "./framed-spectrum";
import { Harmonicity } from "./harmonicity";
import { Harmonics } from "./harmonics";
import { LinearPrediction } from "./linear-prediction";
import { Loudness } from "./loudness";
import { MelBands } from "./mel-bands";
import { PeriodPerturbation } from "./period-perturbation";
import { type PitchCandidate, PitchCandidates } from "./pitch-candidates";
import { PitchPath } from "./pitch-path";
import { SpectralBalance } from "./spectral-balance";

const shortSeconds = 0.02;
const longSeconds = 0.06;
/** Frames that wait for the pitch path's decision; more than the path ever holds back. */
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

const formantNames = [
  { frequency: "F1frequency", bandwidth: "F1bandwidth", amplitude: "F1amplitudeLogRelF0" },
  { frequency: "F2frequency", bandwidth: "F2bandwidth", amplitude: "F2amplitudeLogRelF0" },
  { frequency: "F3frequency", bandwidth: "F3bandwidth", amplitude: "F3amplitudeLogRelF0" },
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
  private readonly shortSpectra: FrameRing;
  private readonly longMagnitudes: FrameRing;

  constructor(readonly sampleRate: number) {
    this.short = new FramedSpectrum(sampleRate, shortSeconds, hammingWindow);
    this.long = new FramedSpectrum(sampleRate, longSeconds, gaussWindow);
    this.bands = new MelBands(this.short.hertzPerBin, sampleRate);
    this.loudness = new Loudness(this.bands.centresHz);
    this.prediction = new LinearPrediction(this.short);
    this.candidates = new PitchCandidates(this.long.hertzPerBin, this.long.bins);
    this.harmonics = new Harmonics(this.long.hertzPerBin);
    this.harmonicity = new Harmonicity(sampleRate, this.long.fftSize);
    this.shortSpectra = new FrameRing(waitingFrames, 2 * this.short.bins);
    this.longMagnitudes = new FrameRing(waitingFrames, this.long.bins);
  }

  /**
   * Analyses a recording; one that is shorter than 60 ms is padded with zeros to that length.
   *
   * @param options.unvoicedFormants whether the formants of unvoiced frames are found, too, which no functional takes; default false, and they are 0
   */
  analyse(waveform: Waveform, { unvoicedFormants = false } = {}): FrameAnalysis {
    const { short, long, sampleRate } = this;
    const samples = padded(waveform.samples, long.length);
    const shortFrames = short.count(samples.length);
    const longFrames = long.count(samples.length);
    const contours = emptyContours(shortFrames, longFrames);
    const balance = new SpectralBalance(short.hertzPerBin, short.bins);
    const perturbation = new PeriodPerturbation(samples, sampleRate, hopSamples(sampleRate));
    const path = new PitchPath((t, hertz) => {
      if (hertz === 0) return;
      if (this.harmonicity.read(long.windowed(samples, t)) < voicedRms ** 2) return;
      if (!unvoicedFormants) this.findFormants(t, contours);
      contours.HNRdBACF[t] = this.harmonicity.ratioDb(hertz);
      this.describeVoiced(t, hertz, contours);
      const { jitter, shimmerDb } = perturbation.advance(t, hertz);
      contours.jitterLocal[t] = jitter;
      contours.shimmerLocaldB[t] = shimmerDb;
    });
    for (let t = 0; t < shortFrames; t++) {
      this.analyseShort(samples, t, balance, contours);
      if (unvoicedFormants) this.findFormants(t, contours);
      if (t < longFrames) path.push(this.pitchCandidates(samples, t));
    }
    const { decidedFrames } = path;
    path.finish();
    return { contours, shortFrames, longFrames, decidedFrames };
  }

  private analyseShort(samples: Float32Array, t: number, balance: SpectralBalance, contours: Contours): void {
    const { short, bands, loudness, cepstrum } = this;
    short.read(samples, t);
    this.shortSpectra.at(t).set(short.spectrum);
    bands.apply(short.power);
    contours.loudness[t] = loudness.of(bands.values);
    const coefficients = cepstrum.of(bands.values);
    contours.mfcc1[t] = coefficients[1];
    contours.mfcc2[t] = coefficients[2];
    contours.mfcc3[t] = coefficients[3];
    contours.mfcc4[t] = coefficients[4];
    contours.alphaRatio[t] = balance.alphaRatioDb(short.power);
    contours.hammarbergIndex[t] = balance.hammarbergIndexDb(short.power);
    const [low, high] = balance.slopesDbPerHz(short.power);
    contours["slope0-500"][t] = low;
    contours["slope500-1500"][t] = high;
    contours.spectralFlux[t] = balance.fluxOf(short.magnitude);
    contours.energy[t] = short.meanSquare(samples, t);
  }

  private findFormants(t: number, contours: Contours): void {
    const { frequenciesHz, bandwidthsHz } = this.formants;
    this.formants.find(this.prediction.of(this.shortSpectra.at(t)));
    for (let f = 0; f < formantCount; f++) {
      contours[formantNames[f].frequency][t] = frequenciesHz[f];
      contours[formantNames[f].bandwidth][t] = bandwidthsHz[f];
    }
  }

  private pitchCandidates(samples: Float32Array, t: number): PitchCandidate[] {
    const { long } = this;
    long.read(samples, t);
    this.longMagnitudes.at(t).set(long.magnitude);
    return this.candidates.of(long.magnitude);
  }

  private describeVoiced(t: number, f0Hz: number, contours: Contours): void {
    const { harmonics } = this;
    harmonics.find(this.longMagnitudes.at(t), f0Hz);
    contours.F0hz[t] = f0Hz;
    contours.F0semitone[t] = 12 * Math.log2(f0Hz / semitoneZeroHz);
    contours["logRelF0-H1-H2"][t] = harmonics.h1MinusH2Db();
    contours["logRelF0-H1-A3"][t] = harmonics.h1MinusA3Db(contours.F3frequency[t]);
    for (const { frequency, amplitude } of formantNames) {
      contours[amplitude][t] = harmonics.formantLevelDb(contours[frequency][t]);
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
