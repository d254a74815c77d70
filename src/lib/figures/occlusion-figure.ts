import type { OcclusionMap } from "../evaluation/explanation/occlusion";
import type { Spectrogram } from "../frames/spectrogram";
import type { Figure } from "./figure";
import { colourBar, figureLayout } from "./figure-layout";
import { panelAxes, panelGrid, panelTitle } from "./panel-grid";
import { frequencyAxis, spectrogramTrace, timeSpan } from "./spectrogram-trace";

/** The map on the spectrogram's axes: a cell stands in the middle of its patch. */
function lossMap({ loss, patchFrames, patchBands }: OcclusionMap, startSeconds: number, hopSeconds: number) {
  const most = Math.max(0.01, ...loss.flat().map(Math.abs));
  const byBand = <T>(of: (lost: number) => T) =>
    Array.from({ length: loss[0].length }, (_, band) => loss.map((row) => of(row[band])));
  return {
    type: "heatmap",
    xaxis: "x2",
    yaxis: "y2",
    z: byBand((lost) => Number(lost.toFixed(4))),
    x0: startSeconds + ((patchFrames - 1) / 2) * hopSeconds,
    dx: patchFrames * hopSeconds,
    y0: (patchBands - 1) / 2,
    dy: patchBands,
    zmin: -most,
    zmax: most,
    colorscale: [
      [0, "#1660a8"],
      [0.5, "#f5f5f5"],
      [1, "#c8371b"],
    ],
    colorbar: { ...colourBar("lost (red), gained (blue)"), y: 0.21, len: 0.46 },
    text: byBand(changeText),
    hovertemplate: "%{x:.2f} s: %{text} when hidden<extra></extra>",
  };
}

/**
 * A log-mel spectrogram beside the map of what the decision hangs on: red where hiding takes
 * probability away, blue where it adds some.
 */
export function occlusionFigure(title: string, spectrogram: Spectrogram, map: OcclusionMap): Figure {
  const panels = panelGrid(2, 1, { x: 0, y: 0.16 });
  const { timesSeconds, levelDb } = spectrogram;
  const { end, hop } = timeSpan(spectrogram);
  const [lost, gained] = [map.loss, map.loss.map((row) => row.map((one) => -one))].map((side) =>
    Math.max(0, ...side.flat()),
  );
  const heat = { ...spectrogramTrace(spectrogram, "mel", 70), showscale: false };
  const time = { range: [0, end], showgrid: false, ticks: "outside" };
  const mel = {
    title: "mel bands (kHz)",
    ...frequencyAxis(spectrogram, "mel"),
    range: [-0.5, levelDb.columns - 0.5],
  };
  const layout = figureLayout(title, 430, {
    margin: { l: 58, r: 78, t: 64, b: 46 },
    ...panelAxes(panels[0], { title: "", ...time }, mel),
    ...panelAxes(panels[1], { title: "time (s)", ...time }, mel),
    annotations: [
      panelTitle(panels[0], "what the network hears"),
      panelTitle(panels[1], "what its decision hangs on"),
    ],
  });
  return {
    data: [heat, lossMap(map, timesSeconds[0], hop)],
    layout,
    alt: `Log-mel spectrogram and occlusion map: hiding one patch takes away at most ${lost.toFixed(2)} of the probability and adds at most ${gained.toFixed(2)}.`,
  };
}

function changeText(lost: number): string {
  return `probability ${Math.abs(lost).toFixed(3)} ${lost < 0 ? "higher" : "lower"}`;
}
