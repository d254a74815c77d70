import { contoursOf } from "./contours";
import { type PitchCandidate, SubharmonicCandidates } from "./pitch/subharmonic-candidates";
import { Cepstrum } from "./spectrum/cepstrum";
import { Formants, type FrameFormants } from "./spectrum/formants";
import { FrameRing } from "./spectrum/frame-ring";
import { FramedSpectrum, gaussWindow, hammingWindow, hopSamples } from "./spectrum/framed-spectrum";
import { LinearPrediction } from "./spectrum/linear-prediction";
import { Loudness } from "./spectrum/loudness";
import { MelBands } from "./spectrum/mel-bands";
import { SpectralBalance } from "./spectrum/spectral-balance";
import { SpectralFlux } from "./spectrum/spectral-flux";
import { SpectralSlope } from "./spectrum/spectral-slope";
import { Harmonics } from "./voice-quality/harmonics";
import { HarmonicsToNoiseRatio } from "./voice-quality/harmonics-to-noise-ratio";
import { JitterShimmer, type PeriodStep } from "./voice-quality/jitter-shimmer";

/**
 * Frames whose spectra wait for their pitch to be decided; more than the Viterbi path holds back.
 */
export const waitingFrames = 64;
/** Quieter frames are unvoiced whatever their pitch. */
const voicedRms = 0.001;
const spectrumContours = contoursOf("spectrum").map(([, contour]) => contour);
const voicedContours = contoursOf("voiced").map(([, contour]) => contour);

/** What is measured of the frames of one recording; frame t begins at t x 10 ms. */
export interface MeasuredFrames {
  /** Values of the contours of the spectrum, as they are declared. */
  spectrum(t: number): readonly number[];
  formants(t: number): FrameFormants;
  /** What the pitch may be. */
  candidates(t: number): readonly PitchCandidate[];
  /**
   * Values of the contours of voiced frames, as declared; undefined where the frame is too quiet.
   */
  voiced(t: number, f0Hz: number, formants: FrameFormants): readonly number[] | undefined;
  /** Jitter and shimmer of a voiced frame; frames must come in ascending order. */
  periods(t: number, f0Hz: number, known?: PeriodStep): PeriodStep;
}

/**
 * The measures with their tables and buffers for one sample rate, used for one recording after
 * another.
 */
export class FrameMeasures implements MeasuredFrames {
  readonly short: FramedSpectrum;
  readonly long: FramedSpectrum;
  private samples: Float32Array = new Float32Array(0);
  private readonly bands: MelBands;
  private readonly loudness: Loudness;
  private readonly cepstrum = new Cepstrum(26);
  private readonly balance: SpectralBalance;
  private readonly flux: SpectralFlux;
  private readonly lowSlope: SpectralSlope;
  private readonly highSlope: SpectralSlope;
  private readonly prediction: LinearPrediction;
  private readonly formantFinder = new Formants();
  private readonly candidateFinder: SubharmonicCandidates;
  private readonly harmonics: Harmonics;
  private readonly harmonicsToNoise: HarmonicsToNoiseRatio;
  private readonly shortSpectra;
  private readonly waitingSpectra;
  private readonly longMagnitudes;
  private jitterShimmer: JitterShimmer;

  constructor(readonly sampleRate: number) {
    this.short = new FramedSpectrum(sampleRate, 0.02, hammingWindow);
    this.long = new FramedSpectrum(sampleRate, 0.06, gaussWindow);
    const { short, long } = this;
    this.bands = new MelBands(short.hertzPerBin, sampleRate);
    this.loudness = new Loudness(this.bands.centresHz);
    this.balance = new SpectralBalance(short.hertzPerBin, short.bins);
    this.flux = new SpectralFlux(short.hertzPerBin, short.bins);
    this.lowSlope = new SpectralSlope(0, 500, short.hertzPerBin);
    this.highSlope = new SpectralSlope(500, 1500, short.hertzPerBin);
    this.prediction = new LinearPrediction(short);
    this.candidateFinder = new SubharmonicCandidates(long.hertzPerBin, long.bins);
    this.harmonics = new Harmonics(long.hertzPerBin);
    this.harmonicsToNoise = new HarmonicsToNoiseRatio(sampleRate, long.fftSize);
    const shortSpectra = new FrameRing(
      2,
      () => short.emptySpectrum(),
      (t, out) => short.read(this.samples, t, out),
    );
    this.shortSpectra = shortSpectra;
    this.waitingSpectra = new FrameRing(
      waitingFrames,
      () => new Float64Array(2 * short.bins),
      (t, out) => out.set(shortSpectra.at(t).complex),
    );
    this.longMagnitudes = new FrameRing(
      waitingFrames,
      () => new Float64Array(long.bins),
      (t, out) => long.readMagnitude(this.samples, t, out),
    );
    this.jitterShimmer = new JitterShimmer(this.samples, sampleRate, hopSamples(sampleRate));
  }

  /** Another recording begins. */
  begin(samples: Float32Array): void {
    this.samples = samples;
    this.shortSpectra.clear();
    this.waitingSpectra.clear();
    this.longMagnitudes.clear();
    this.jitterShimmer = new JitterShimmer(samples, this.sampleRate, hopSamples(this.sampleRate));
  }

  spectrum(t: number): readonly number[] {
    const { loudness, balance, lowSlope, highSlope } = this;
    const before = t > 0 ? this.shortSpectra.at(t - 1).magnitude : undefined;
    const { power, magnitude } = this.shortSpectra.at(t);
    this.waitingSpectra.at(t);
    const bands = this.bands.apply(power);
    const cepstrum = this.cepstrum.of(bands);
    const flux = before ? this.flux.of(magnitude, before) : 0;
    const meanSquare = this.short.meanSquare(this.samples, t);
    const frame = {
      power,
      bands,
      cepstrum,
      flux,
      meanSquare,
      loudness,
      balance,
      lowSlope,
      highSlope,
    };
    return spectrumContours.map(({ of }) => of(frame));
  }

  formants(t: number): FrameFormants {
    return this.formantFinder.find(this.prediction.of(this.waitingSpectra.at(t)));
  }

  candidates(t: number): readonly PitchCandidate[] {
    return this.candidateFinder.of(this.longMagnitudes.at(t));
  }

  voiced(t: number, f0Hz: number, formants: FrameFormants): readonly number[] | undefined {
    const { harmonics, harmonicsToNoise } = this;
    if (harmonicsToNoise.read(this.long.windowed(this.samples, t)) < voicedRms ** 2) return undefined;
    harmonics.find(this.longMagnitudes.at(t), f0Hz);
    const frame = { f0Hz, hnrDb: harmonicsToNoise.ratioDb(f0Hz), harmonics, formants };
    return voicedContours.map(({ of }) => of(frame));
  }

  periods(t: number, f0Hz: number, known?: PeriodStep): PeriodStep {
    return this.jitterShimmer.advance(t, f0Hz, known);
  }
}
