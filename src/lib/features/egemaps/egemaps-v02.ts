import { checkWaveform } from "../../audio/check-waveform";
import type { Waveform } from "../../audio/waveform";
import type { FeatureTrack, VectorSet } from "../feature-set";
import { type AnalysisOptions, FrameAnalyser } from "./frame-analysis";
import { egemapsFunctionals } from "./functionals/egemaps-functionals";
import { functionalValues } from "./functionals/functional-values";
import { FrameMemory } from "./remembered-frames";
import { hopSamples } from "./spectrum/framed-spectrum";

/**
 * The feature set `egemaps-v02`: the 88 functionals of the extended Geneva minimalistic acoustic
 * parameter set (Eyben et al. 2016, IEEE Transactions on Affective Computing 7(2)), with
 * openSMILE's names, order and definitions; docs/egemaps.md has them all.
 *
 * Any sample rate is taken as it is. A recording shorter than one 60 ms frame is padded with zeros
 * to that length. Where a statistic has no values (no voiced frame, say) the column is 0.
 *
 * @throws InputError for an empty waveform or a sample that is not finite
 * @example createEgemapsV02().columns.length // 88
 */
export function createEgemapsV02(): VectorSet {
  let analyser: FrameAnalyser | null = null;
  const analysed = (waveform: Waveform, options?: AnalysisOptions) => {
    if (analyser?.sampleRate !== waveform.sampleRate) analyser = new FrameAnalyser(waveform.sampleRate);
    return functionalValues(analyser.analyse(waveform, options));
  };
  return {
    kind: "vector",
    name: "egemaps-v02",
    columns: egemapsFunctionals.map(({ column }) => column),
    extract: (waveform) => {
      checkWaveform(waveform);
      return analysed(waveform);
    },
    track: () => trackOf(analysed),
  };
}

/** Frames stand every 10 ms of the stream; windows that start between two of them share nothing. */
function trackOf(
  analysed: (waveform: Waveform, options?: AnalysisOptions) => Float64Array,
): FeatureTrack<Float64Array> {
  const memory = new FrameMemory();
  let hop = 1;
  return {
    row(waveform, start) {
      hop = hopSamples(waveform.sampleRate);
      return analysed(waveform, start % hop === 0 ? { memory, firstFrame: start / hop } : {});
    },
    forget: (start) => memory.forget(Math.floor(start / hop)),
  };
}
