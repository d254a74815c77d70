import type { Waveform } from "../../audio/waveform";
import { tracksOf, write, writeValues } from "./contour-tracks";
import { type Contours, emptyContours } from "./contours";
import { FrameMeasures, type MeasuredFrames, waitingFrames } from "./frame-measures";
import { ViterbiPath } from "./pitch/viterbi";
import { FrameMemory, RememberedFrames } from "./remembered-frames";

/** The contours of a recording before smoothing, a value every 10 ms. */
export interface FrameAnalysis {
  /** `shortFrames` values of the contours of 20 ms frames, `longFrames` of those of 60 ms. */
  readonly contours: Contours;
  readonly shortFrames: number;
  readonly longFrames: number;
  /**
   * How many of the long frames the pitch path had decided when the recording ended; the
   * functionals of openSMILE see only these.
   */
  readonly decidedFrames: number;
}

/** How a recording is analysed. */
export interface AnalysisOptions {
  /**
   * Whether the formants of unvoiced frames are found, too, which no functional takes; default
   * false, and they are 0.
   */
  readonly unvoicedFormants?: boolean;
  /** What is known of the frames of the stream; is filled with what is found. Default nothing. */
  readonly memory?: FrameMemory;
  /** Place of the recording's first frame in the stream; default 0. */
  readonly firstFrame?: number;
}

/** Measures the contours of recordings of one sample rate. */
export class FrameAnalyser {
  private readonly measures: FrameMeasures;

  /** @param sampleRate in Hz */
  constructor(readonly sampleRate: number) {
    this.measures = new FrameMeasures(sampleRate);
  }

  /**
   * Analyses a recording; one that is shorter than 60 ms is padded with zeros to that length.
   *
   * @returns every contour of `contours.ts`, in the unit that is declared there
   * @example
   * const silence = { samples: new Float32Array(16000), sampleRate: 16000 };
   * new FrameAnalyser(16000).analyse(silence).contours.loudness.length // 99
   */
  analyse(waveform: Waveform, options: AnalysisOptions = {}): FrameAnalysis {
    const { short, long } = this.measures;
    const { unvoicedFormants = false } = options;
    const samples = padded(waveform.samples, long.length);
    // Frames with padding in them are no stream's.
    const frames = this.framesOf(samples, samples === waveform.samples ? options : {});
    const shortFrames = short.count(samples.length);
    const longFrames = long.count(samples.length);
    const contours = emptyContours(shortFrames, longFrames);
    const { ofSpectrum, ofFormants, ofVoiced, ofPeriods } = tracksOf(contours);
    const path = new ViterbiPath((t, f0Hz) => {
      if (f0Hz === 0) return;
      const formants = frames.formants(t);
      const values = frames.voiced(t, f0Hz, formants);
      if (!values) return;
      writeValues(ofVoiced, t, values);
      write(ofFormants, t, formants);
      write(ofPeriods, t, frames.periods(t, f0Hz).to);
    });
    for (let t = 0; t < shortFrames; t++) {
      writeValues(ofSpectrum, t, frames.spectrum(t));
      if (unvoicedFormants) write(ofFormants, t, frames.formants(t));
      if (t < longFrames) path.push(frames.candidates(t));
    }
    contours.spectralFlux[0] = 0;
    const { decidedFrames } = path;
    path.finish();
    return { contours, shortFrames, longFrames, decidedFrames };
  }

  private framesOf(samples: Float32Array, { memory, firstFrame = 0 }: AnalysisOptions): MeasuredFrames {
    this.measures.begin(samples);
    return new RememberedFrames(this.measures, memory ?? new FrameMemory(waitingFrames), firstFrame);
  }
}

function padded(samples: Float32Array, length: number): Float32Array {
  if (samples.length >= length) return samples;
  const out = new Float32Array(length);
  out.set(samples);
  return out;
}
