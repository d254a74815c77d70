import { checkWaveform } from "../../audio/check-waveform";
import type { Waveform } from "../../audio/waveform";
import type { Frames } from "../../frames/frame";
import { MelFilterBank } from "../../frames/mel-filter-bank";
import { Stft } from "../../frames/stft";
import { Dct } from "../../numbers/fourier/dct";
import type { Samples } from "../../numbers/samples";
import { type ColumnGroup, numberedColumns } from "../column-group";
import type { VectorSet } from "../feature-set";
import { ChromaFilterBank } from "./chroma-filter-bank";
import { LevelSums } from "./level-sums";
import { TuningEstimator } from "./tuning";

const nFft = 2048;
const hopLength = 512;
const nMels = 128;
const nMfcc = 40;
const nChroma = 12;
const amin = 1e-10;
/** 80 dB. */
const topRatio = 1e-8;
/**
 * Frames remembered between the two passes (at most 38 MB); of a longer recording the rest is
 * transformed again.
 */
const maxRemembered = 8192;

/** The columns of `librosa-v1`; all are means over the frames. */
export const librosaColumns: readonly ColumnGroup[] = [
  {
    columns: numberedColumns("mfcc", nMfcc),
    unit: "dB",
    measures: "mel-frequency cepstral coefficients",
    definition:
      "librosa `mfcc(y, n_mfcc=40)`: orthonormal cosine transform of the 128 mel bands' levels in dB, limited to 80 dB below the highest",
  },
  {
    columns: numberedColumns("chroma", nChroma),
    unit: "1",
    measures: "pitch classes from C to B",
    definition:
      "librosa `chroma_stft(S=np.abs(stft(y)))`: magnitudes summed by pitch class with the estimated tuning, divided by the highest class of the frame",
  },
  {
    columns: numberedColumns("mel", nMels),
    unit: "power",
    measures: "mel bands from 0 Hz to half the sample rate",
    definition: "librosa `melspectrogram(y)`: |STFT|^2 summed under 128 Slaney triangles",
  },
];

/**
 * `librosa-v1`: means over time of 40 MFCC, 12 chroma and 128 mel powers at the recording's own
 * rate, the recipe of many Python repositories.
 *
 * The numbers are librosa 0.11's: `mfcc(y, n_mfcc=40)`, `chroma_stft(S=np.abs(stft(y)))` with its
 * tuning estimate, and `melspectrogram(y)`, all with their defaults (2048 samples per frame, hop of
 * 512, Hann, zeros beyond the ends, Slaney mel, levels limited to 80 dB below the highest). Silence
 * gives `mfcc0` = -1131.37 (128 bands at -100 dB) and zeros elsewhere.
 *
 * @returns a set of 180 columns: `mfcc0`.. `mfcc39`, `chroma0` (C).. `chroma11` (B), `mel0`..
 *   `mel127`
 * @example createLibrosaV1().extract({ samples: new Float32Array(16000), sampleRate: 16000 })[0] // -1131.37
 */
export function createLibrosaV1(): VectorSet {
  const extractor = new LibrosaExtractor();
  return {
    kind: "vector",
    name: "librosa-v1",
    columns: librosaColumns.flatMap(({ columns }) => columns),
    extract(waveform: Waveform): Float64Array {
      checkWaveform(waveform);
      return extractor.extract(waveform.samples, waveform.sampleRate);
    },
  };
}

/**
 * Two passes over the frames, with one Fourier transform each; holds all buffers and the tables of
 * the last sample rate.
 */
class LibrosaExtractor {
  private readonly stft = new Stft({ nFft, hopLength });
  private readonly dct = new Dct(nMels, nMfcc);
  private readonly spare = { magnitude: new Float32Array(this.stft.bins), mel: new Float32Array(nMels) };
  private readonly chroma = new Float64Array(nChroma);
  private magnitudes = new Float32Array(0);
  private mels = new Float32Array(0);
  private sampleRate = 0;
  private melBank = new MelFilterBank(16000, nFft);
  private tuning = new TuningEstimator(16000, nFft);
  private chromaBanks = new Map<number, ChromaFilterBank>();

  extract(samples: Samples, sampleRate: number): Float64Array {
    this.prepare(sampleRate);
    const frames = this.stft.frames(samples);
    this.remember(Math.min(frames.count, maxRemembered));
    const { melSum, highest } = this.firstPass(frames);
    const { levelSum, chromaSum } = this.secondPass(frames, Math.max(amin, highest * topRatio));
    // The cosine transform is linear: the mean of the cepstra is the cepstrum of the mean levels.
    const mfccSum = this.dct.apply(levelSum, new Float64Array(nMfcc));
    return Float64Array.of(...mfccSum, ...chromaSum, ...melSum).map((sum) => sum / frames.count);
  }

  private prepare(sampleRate: number): void {
    if (sampleRate !== this.sampleRate) {
      this.sampleRate = sampleRate;
      this.melBank = new MelFilterBank(sampleRate, nFft, { nMels });
      this.tuning = new TuningEstimator(sampleRate, nFft);
      this.chromaBanks.clear();
    }
    this.tuning.reset();
  }

  private remember(frames: number): void {
    const { bins } = this.stft;
    if (this.mels.length >= frames * nMels) return;
    this.magnitudes = new Float32Array(frames * bins);
    this.mels = new Float32Array(frames * nMels);
  }

  /** Sums the mel powers, finds the highest, and takes the peaks for the tuning. */
  private firstPass(frames: Frames) {
    const melSum = new Float64Array(nMels);
    let highest = 0;
    for (let t = 0; t < frames.count; t++) {
      const { magnitude, mel } = this.transform(frames, t);
      this.tuning.add(magnitude);
      for (let band = 0; band < nMels; band++) {
        melSum[band] += mel[band];
        if (mel[band] > highest) highest = mel[band];
      }
    }
    return { melSum, highest };
  }

  /**
   * Sums what depends on the whole recording: levels (their floor is 80 dB below the highest) and
   * chroma (its filters follow the tuning).
   */
  private secondPass(frames: Frames, floor: number) {
    const { chroma } = this;
    const levels = new LevelSums(nMels, floor);
    const chromaSum = new Float64Array(nChroma);
    const chromaBank = this.chromaBank(this.tuning.estimate());
    for (let t = 0; t < frames.count; t++) {
      const { magnitude, mel } = t < maxRemembered ? this.slot(t) : this.transform(frames, t);
      levels.add(mel);
      chromaBank.apply(magnitude, chroma);
      addNormalized(chroma, chromaSum);
    }
    return { levelSum: levels.sums(), chromaSum };
  }

  private transform(frames: Frames, t: number) {
    const slot = this.slot(t);
    this.stft.power(frames, t, slot.magnitude);
    this.melBank.apply(slot.magnitude, slot.mel);
    for (let k = 0; k < slot.magnitude.length; k++) slot.magnitude[k] = Math.sqrt(slot.magnitude[k]);
    return slot;
  }

  /** Where frame `t` is kept; frames that are not remembered share one place. */
  private slot(t: number) {
    if (t >= maxRemembered) return this.spare;
    const { bins } = this.stft;
    return {
      magnitude: this.magnitudes.subarray(t * bins, (t + 1) * bins),
      mel: this.mels.subarray(t * nMels, (t + 1) * nMels),
    };
  }

  private chromaBank(tuning: number): ChromaFilterBank {
    const bank = this.chromaBanks.get(tuning) ?? new ChromaFilterBank(this.sampleRate, nFft, tuning);
    this.chromaBanks.set(tuning, bank);
    return bank;
  }
}

/** Adds the classes of a frame, divided by the highest of them; silence adds nothing. */
function addNormalized(chroma: Float64Array, sum: Float64Array): void {
  let highest = 0;
  for (let c = 0; c < nChroma; c++) if (chroma[c] > highest) highest = chroma[c];
  if (highest > 0) for (let c = 0; c < nChroma; c++) sum[c] += chroma[c] / highest;
}
