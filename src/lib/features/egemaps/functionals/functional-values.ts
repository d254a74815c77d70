import { type ContourName, contours as declared } from "../contours";
import type { FrameAnalysis } from "../frame-analysis";
import { hopSeconds } from "../spectrum/framed-spectrum";
import { smoothed, smoothedWhere } from "./contour-smoothing";
import { egemapsFunctionals } from "./egemaps-functionals";
import { type FrameChoice, FrameSelection } from "./frame-selection";
import { statistics } from "./statistics";

/**
 * The values of `egemapsFunctionals` for a recording, in their order; 0 where a statistic has no
 * values.
 */
export function functionalValues(analysis: FrameAnalysis): Float64Array {
  const selections = new Map<string, FrameSelection>();
  const selectionOf = (contour: ContourName, frames: FrameChoice) => {
    const key = `${contour} ${frames}`;
    const selection = selections.get(key) ?? select(analysis, contour, frames);
    selections.set(key, selection);
    return selection;
  };
  return Float64Array.from(egemapsFunctionals, ({ contour, frames, statistic }) =>
    statistics[statistic].of(selectionOf(contour, frames)),
  );
}

/**
 * The values that count. Voiced frames are those whose pitch was decided before the recording
 * ended.
 */
function select({ contours, decidedFrames }: FrameAnalysis, name: ContourName, frames: FrameChoice) {
  const contour = contours[name];
  const { frame, smoothing } = declared[name] as { frame: string; smoothing?: string };
  if (frames === "all" && frame === "20 ms") {
    return new FrameSelection(
      smoothing ? smoothed(contour) : contour,
      contour.length,
      () => true,
      hopSeconds,
    );
  }
  const pitch = contours["F0semitoneFrom27.5Hz"].subarray(0, decidedFrames);
  const voiced = frames === "all" ? undefined : frames === "voiced";
  const counts = (t: number) => voiced === undefined || pitch[t] > 0 === voiced;
  return new FrameSelection(smoothedWhere(contour, pitch, voiced), decidedFrames, counts, hopSeconds);
}
