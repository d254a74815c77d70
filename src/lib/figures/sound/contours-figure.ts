import type { Spectrogram } from "../../frames/spectrogram";
import type { Figure } from "../figure";
import { accentColour, figureLayout } from "../figure-layout";
import { packNumbers } from "../packed-numbers";
import { panelAxes, panelGrid } from "../panel-grid";
import { frequencyAxis, spectrogramTrace, timeSpan } from "./spectrogram-trace";

/** A descriptor over time. */
export interface DrawnContour {
  /** With its unit: "F0 (Hz)". */
  readonly axis: string;
  /** Middle of each frame, in seconds. */
  readonly seconds: ArrayLike<number>;
  /** NaN where it is not defined, such as F0 in a voiceless frame. */
  readonly values: ArrayLike<number>;
  readonly colour?: string;
}

function line({ axis, seconds, values, colour = accentColour }: DrawnContour, suffix: string) {
  return {
    type: "scatter",
    mode: "lines",
    x: packNumbers(seconds),
    y: packNumbers(values),
    xaxis: `x${suffix}`,
    yaxis: `y${suffix}`,
    line: { width: 1.6, color: colour },
    connectgaps: false,
    hovertemplate: `%{x:.2f} s: %{y:.4g}<extra>${axis}</extra>`,
  };
}

/** A spectrogram with descriptors below it on the same time axis, one panel each. */
export function contoursFigure(
  title: string,
  spectrogram: Spectrogram,
  contours: readonly DrawnContour[],
): Figure {
  const [top, ...below] = panelGrid(contours.length + 2, 1, { x: 0, y: 0.035 });
  const tall = { ...top, y: [below[0].y[0], top.y[1]] as const };
  const panels = below.slice(1).map((panel, i) => ({ ...panel, suffix: String(i + 2) }));
  const { end } = timeSpan(spectrogram);
  const time = { range: [0, end], ticks: "outside" };
  const heat = { ...spectrogramTrace(spectrogram, "mel", 70), showscale: false };
  const lines = panels.map((panel, i) => line(contours[i], panel.suffix));
  const axes = [
    panelAxes(
      tall,
      { title: "", ...time, showticklabels: false },
      { title: "mel bands (kHz)", ...frequencyAxis(spectrogram, "mel") },
    ),
    ...panels.map((panel, i) =>
      panelAxes(
        panel,
        { title: panel.lowest ? "time (s)" : "", ...time, showticklabels: panel.lowest },
        { title: contours[i].axis, nticks: 4 },
      ),
    ),
  ];
  const layout = figureLayout(title, 120 + 105 * (contours.length + 1.6), {
    ...Object.assign({}, ...axes),
    margin: { l: 66, r: 18, t: 44, b: 46 },
  });
  return {
    data: [heat, ...lines],
    layout,
    alt: `Mel spectrogram and ${contours.map((one) => one.axis).join(", ")} over time.`,
  };
}
