import type { Waveform } from "../../audio/waveform";
import { type ContourName, emptyContours, formantContours, frameContours, voicedContours } from "./contours";
import { type KnownFrame, KnownFrames, type VoicedFrame } from "./known-frames";
import { type PitchCandidate, PitchCandidates } from "./pitch/pitch-candidates";
import { PitchPath } from "./pitch/pitch-path";
import { Cepstrum } from "./spectrum/cepstrum";
import { Formants } from "./spectrum/formants";
import { FrameRing } from "./spectrum/frame-ring";
import { FramedSpectrum, gaussWindow, hammingWindow, hopSamples } from "./spectrum/framed-spectrum";
import { LinearPrediction } from "./spectrum/linear-prediction";
import { Loudness } from "./spectrum/loudness";
import { MelBands } from "./spectrum/mel-bands";
import { SpectralBalance } from "./spectrum/spectral-balance";
import { Harmonicity } from "./voice-quality/harmonicity";
import { Harmonics } from "./voice-quality/harmonics";
import { PeriodPerturbation } from "./voice-quality/period-perturbation";

const shortSeconds = 0.02;
const longSeconds = 0.06;
/** Frames whose spectra wait for the pitch path's decision; more than the path ever holds back. */
const waitingFrames = 64;
const semitoneZeroHz = 27.5;
/** Quieter frames are unvoiced whatever their pitch. */
const voicedRms = 0.001;

/** The contours of a recording before smoothing, a value every 10 ms. */
export interface FrameAnalysis {
  /** One array per name: `shortFrames` values of the 20 ms frames' contours, `longFrames` of the others. */
  readonly contours: Readonly<Record<ContourName, Float64Array>>;
  readonly shortFrames: number;
  readonly longFrames: number;
  /** How many of the long frames the pitch path had decided when the recording ended; the functionals of openSMILE see only these. */
  readonly decidedFrames: number;
}

/** How a recording is analysed. */
export interface AnalysisOptions {
  /** Whether the formants of unvoiced frames are found, too, which no functional takes; default false, and they are 0. */
  readonly unvoicedFormants?: boolean;
  /** What is known of frames already; is filled with what is found. */
  readonly known?: KnownFrames;
  /** The place of the first frame among `known`. */
  readonly firstFrame?: number;
}

/** Tables and buffers for one sample rate, used for any number of recordings. */
export class FrameAnalyser {
  private readonly short: FramedSpectrum;
  private readonly long: FramedSpectrum;
  private readonly bands: MelBands;
  private readonly loudness: Loudness;
  private readonly cepstrum = new Cepstrum(26);
  private readonly balance: SpectralBalance;
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
    this.balance = new SpectralBalance(this.short.hertzPerBin, this.short.bins);
    this.prediction = new LinearPrediction(this.short);
    this.candidates = new PitchCandidates(this.long.hertzPerBin, this.long.bins);
    this.harmonics = new Harmonics(this.long.hertzPerBin);
    this.harmonicity = new Harmonicity(sampleRate, this.long.fftSize);
    this.shortSpectra = new FrameRing(waitingFrames, 2 * this.short.bins);
    this.longMagnitudes = new FrameRing(waitingFrames, this.long.bins);
  }

  /** Analyses a recording; one that is shorter than 60 ms is padded with zeros to that length. */
  analyse(waveform: Waveform, options: AnalysisOptions = {}): FrameAnalysis {
    const { short, long, sampleRate } = this;
    const { unvoicedFormants = false, firstFrame = 0 } = options;
    const samples = padded(waveform.samples, long.length);
    // Frames with padding in them are no stream's.
    const known = (samples === waveform.samples && options.known) || new KnownFrames();
    const shortFrames = short.count(samples.length);
    const longFrames = long.count(samples.length);
    const contours = emptyContours(shortFrames, longFrames);
    const [ofFrame, ofFormants, ofVoiced] = [frameContours, formantContours, voicedContours].map(
      (names: readonly ContourName[]) => names.map((name) => contours[name]),
    );
    this.begin();
    const perturbation = new PeriodPerturbation(samples, sampleRate, hopSamples(sampleRate));
    const path = new PitchPath((t, hertz) => {
      if (hertz === 0) return;
      const frame = known.at(firstFrame + t);
      const values = this.voicedValues(samples, t, hertz, frame);
      if (!values) return;
      put(ofVoiced, t, values);
      if (!unvoicedFormants) put(ofFormants, t, frame.formants!);
      const { jitter, shimmerDb } = perturbation.advance(t, hertz, frame);
      contours.jitterLocal[t] = jitter;
      contours.shimmerLocaldB[t] = shimmerDb;
    });
    for (let t = 0; t < shortFrames; t++) {
      const frame = known.at(firstFrame + t);
      put(ofFrame, t, this.frameValues(samples, t, frame));
      contours.spectralFlux[t] = t === 0 ? 0 : this.flux(samples, t, frame);
      if (unvoicedFormants) put(ofFormants, t, this.formantsOf(samples, t, frame));
      if (t < longFrames) path.push(this.pitchCandidates(samples, t, frame));
      if (known !== options.known) known.delete(firstFrame + t - waitingFrames);
    }
    const { decidedFrames } = path;
    path.finish();
    return { contours, shortFrames, longFrames, decidedFrames };
  }

  /** Forgets the spectra of the recording before. */
  private begin(): void {
    this.shortSpectra.clear();
    this.longMagnitudes.clear();
    this.balance.begin();
  }

  /** In the order of `frameContours`. */
  private frameValues(samples: Float32Array, t: number, frame: KnownFrame): readonly number[] {
    if (frame.spectral) return frame.spectral;
    const { short, bands, loudness, cepstrum, balance } = this;
    this.readShort(samples, t, frame);
    bands.apply(short.power);
    const coefficients = cepstrum.of(bands.values);
    const slopes = balance.slopesDbPerHz(short.power);
    frame.spectral = [
      loudness.of(bands.values),
      coefficients[1],
      coefficients[2],
      coefficients[3],
      coefficients[4],
      balance.alphaRatioDb(short.power),
      balance.hammarbergIndexDb(short.power),
      slopes[0],
      slopes[1],
      short.meanSquare(samples, t),
    ];
    return frame.spectral;
  }

  /** Reads the 20 ms frame, and its flux where the frame before was the last one read. */
  private readShort(samples: Float32Array, t: number, frame: KnownFrame): void {
    const { short, balance } = this;
    short.read(samples, t);
    this.shortSpectra.put(t, short.spectrum);
    frame.flux = balance.fluxOf(short.magnitude, t) ?? frame.flux;
  }

  private flux(samples: Float32Array, t: number, frame: KnownFrame): number {
    if (frame.flux === undefined) {
      this.short.read(samples, t - 1);
      this.balance.fluxOf(this.short.magnitude, t - 1);
      this.readShort(samples, t, frame);
    }
    return frame.flux!;
  }

  /** In the order of `formantContours`. */
  private formantsOf(samples: Float32Array, t: number, frame: KnownFrame): readonly number[] {
    if (frame.formants) return frame.formants;
    const { frequenciesHz, bandwidthsHz } = this.formants;
    if (!this.shortSpectra.get(t)) this.readShort(samples, t, frame);
    this.formants.find(this.prediction.of(this.shortSpectra.get(t)!));
    frame.formants = [
      frequenciesHz[0],
      bandwidthsHz[0],
      frequenciesHz[1],
      bandwidthsHz[1],
      frequenciesHz[2],
      bandwidthsHz[2],
    ];
    return frame.formants;
  }

  private pitchCandidates(samples: Float32Array, t: number, frame: KnownFrame): readonly PitchCandidate[] {
    frame.candidates ??= this.candidates.of(this.longMagnitude(samples, t));
    return frame.candidates;
  }

  private longMagnitude(samples: Float32Array, t: number): Float64Array {
    const held = this.longMagnitudes.get(t);
    if (held) return held;
    this.long.readMagnitude(samples, t);
    this.longMagnitudes.put(t, this.long.magnitude);
    return this.long.magnitude;
  }

  /** In the order of `voicedContours`; undefined where the frame is too quiet. */
  private voicedValues(samples: Float32Array, t: number, hertz: number, frame: KnownFrame) {
    if (frame.voiced?.hertz !== hertz) frame.voiced = this.describeVoiced(samples, t, hertz, frame);
    return frame.voiced.values;
  }

  private describeVoiced(samples: Float32Array, t: number, hertz: number, frame: KnownFrame): VoicedFrame {
    const { harmonics, harmonicity } = this;
    if (harmonicity.read(this.long.windowed(samples, t)) < voicedRms ** 2)
      return { hertz, values: undefined };
    const formants = this.formantsOf(samples, t, frame);
    harmonics.find(this.longMagnitude(samples, t), hertz);
    const values = [
      hertz,
      12 * Math.log2(hertz / semitoneZeroHz),
      harmonicity.ratioDb(hertz),
      harmonics.h1MinusH2Db(),
      harmonics.h1MinusA3Db(formants[4]),
      harmonics.formantLevelDb(formants[0]),
      harmonics.formantLevelDb(formants[2]),
      harmonics.formantLevelDb(formants[4]),
    ];
    return { hertz, values };
  }
}

/** Values of frame `t` to their contours. */
function put(contours: readonly Float64Array[], t: number, values: readonly number[]): void {
  for (let i = 0; i < contours.length; i++) contours[i][t] = values[i];
}

function padded(samples: Float32Array, length: number): Float32Array {
  if (samples.length >= length) return samples;
  const out = new Float32Array(length);
  out.set(samples);
  return out;
}
