import { withoutOffset } from "../audio/without-offset";
import { MelFilterBank } from "../frames/mel-filter-bank";
import { Stft } from "../frames/stft";
import { percentile } from "../numbers/percentile";

/** Why a stretch of sound gets no emotion. */
export type NoAnswer = "no speech found" | "too short to judge";

/** Shorter sound holds no syllable that an emotion could be heard in. */
const shortestSeconds = 0.25;
/** Mean power below which a recording is silence, of full scale: -80 dB. */
const silencePower = 1e-8;
/** What lies below the loudest frame by more is a pause: 25 dB. */
const pausePower = 10 ** -2.5;
/** A click has fewer frames that sound. */
const fewestFrames = 4;
/**
 * The part of a frame's power around its highest bin, at the median: white noise has less, a tone
 * more.
 */
const tonalRange = [0.1, 0.97] as const;
/** Bins on both sides of the highest that are of the same tone under a Hann window. */
const toneBins = 3;
/**
 * Speech changes the shape of its spectrum by more; steady noise, hum and chords by less, whatever
 * their level does.
 */
const leastChangeDb = 1.2;
const bands = 16;
/** No band counts for less than this part of its frame, so that empty bands do not tell. */
const bandFloor = 1e-3;

/**
 * Tells whether there is speech to judge in a recording or an utterance. Goes by what the sound is
 * like, not by its level: tones have their power in one place of the spectrum, noise and hum keep
 * its shape, silence and clicks have next to none. Music is not told from speech.
 *
 * The borders lie outside of every recording of EMO-DB, URDU and the synthetic corpus, and of their
 * copies at 8 kHz.
 *
 * @example
 * const judge = new SpeechJudge(16000);
 * judge.whyNot(new Float32Array(16000)) // "no speech found"
 * judge.whyNot(new Float32Array(320)) // "too short to judge"
 */
export class SpeechJudge {
  private readonly stft: Stft;
  private readonly bank: MelFilterBank;
  private readonly spectrum: Float64Array;

  /** @param sampleRate in Hz */
  constructor(private readonly sampleRate: number) {
    const nFft = 2 ** Math.round(Math.log2(0.064 * sampleRate));
    const fMax = Math.min(8000, sampleRate / 2);
    this.stft = new Stft({ nFft, hopLength: nFft / 2 });
    this.bank = new MelFilterBank(sampleRate, nFft, { nMels: bands, fMin: 80, fMax });
    this.spectrum = new Float64Array(this.stft.bins);
  }

  /** Why there is no emotion in these samples; undefined where there is speech. */
  whyNot(samples: Float32Array): NoAnswer | undefined {
    if (samples.length < shortestSeconds * this.sampleRate) return "too short to judge";
    return this.hasSpeech(samples) ? undefined : "no speech found";
  }

  private hasSpeech(samples: Float32Array): boolean {
    const centred = withoutOffset(samples);
    if (powerOf(centred) < silencePower) return false;
    const frames = this.soundingFrames(centred);
    if (frames.length < fewestFrames) return false;
    const tonal = percentile(
      frames.map((frame) => frame.tonal).sort((a, b) => a - b),
      0.5,
    );
    return tonal > tonalRange[0] && tonal < tonalRange[1] && shapeChangeDb(frames) > leastChangeDb;
  }

  /** The frames of 64 ms, every 32 ms, that are no pause. */
  private soundingFrames(samples: Float32Array): SoundingFrame[] {
    const cut = this.stft.frames(samples);
    const frames = Array.from({ length: cut.count }, (_, t) => {
      this.stft.power(cut, t, this.spectrum);
      return describeFrame(this.spectrum, this.bank);
    });
    const loudest = frames.reduce((most, { power }) => Math.max(most, power), 0);
    return frames.filter(({ power }) => power > loudest * pausePower);
  }
}

interface SoundingFrame {
  readonly power: number;
  /** The part of the power around the highest bin. */
  readonly tonal: number;
  /** Levels of the bands in dB, less their mean. */
  readonly shapeDb: Float64Array;
}

function describeFrame(spectrum: Float64Array, bank: MelFilterBank): SoundingFrame {
  let top = 0;
  for (let bin = 1; bin < spectrum.length; bin++) if (spectrum[bin] > spectrum[top]) top = bin;
  const power = sumOf(spectrum);
  const tone = sumOf(spectrum.subarray(Math.max(0, top - toneBins), top + toneBins + 1));
  const inBands = bank.apply(spectrum, new Float64Array(bands));
  const floor = bandFloor * sumOf(inBands);
  const levelsDb = inBands.map((value) => 10 * Math.log10(Math.max(floor, value)));
  const mean = meanOf(levelsDb);
  return { power, tonal: tone / power, shapeDb: levelsDb.map((level) => level - mean) };
}

/**
 * How much the spectrum's shape moves over time: the standard deviation of each band's level,
 * averaged over bands.
 */
function shapeChangeDb(frames: readonly SoundingFrame[]): number {
  const deviations = Float64Array.from({ length: bands }, (_, band) => {
    const levels = Float64Array.from(frames, ({ shapeDb }) => shapeDb[band]);
    const mean = meanOf(levels);
    return Math.sqrt(meanOf(levels.map((level) => (level - mean) ** 2)));
  });
  return meanOf(deviations);
}

/** Mean power, of squares in single precision. */
function powerOf(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += Math.fround(sample * sample);
  return sum / samples.length;
}

function sumOf(values: Float32Array | Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

function meanOf(values: Float32Array | Float64Array): number {
  return sumOf(values) / values.length;
}
