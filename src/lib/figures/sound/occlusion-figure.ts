import { type OcclusionMap, occlusionExtremes } from "../../evaluation/explanation/occlusion";
import type { Spectrogram } from "../../frames/spectrogram";
import type { Figure } from "../figure";
import { accentColour, colourBar, figureLayout, inkColour } from "../figure-layout";
import { panelAxes, panelGrid, panelTitle } from "../panel-grid";
import { frequencyAxis, spectrogramTrace, timeSpan } from "./spectrogram-trace";

/** The map on the spectrogram's axes: a cell stands where it is. */
function lossMap({ loss, cellFrames, cellBands }: OcclusionMap, startSeconds: number, hopSeconds: number) {
  const most = Math.max(0.01, ...loss.flat().map(Math.abs));
  const byBand = <T>(of: (lost: number) => T) =>
    Array.from({ length: loss[0].length }, (_, band) => loss.map((row) => of(row[band])));
  return {
    type: "heatmap",
    xaxis: "x2",
    yaxis: "y2",
    z: byBand((lost) => Number(lost.toFixed(4))),
    x0: startSeconds + ((cellFrames - 1) / 2) * hopSeconds,
    dx: cellFrames * hopSeconds,
    y0: (cellBands - 1) / 2,
    dy: cellBands,
    zmin: -most,
    zmax: most,
    colorscale: [
      [0, accentColour],
      [0.5, "#f5f5f5"],
      [1, inkColour],
    ],
    colorbar: { ...colourBar("lost (dark), gained (green)"), y: 0.21, len: 0.46 },
    text: byBand(changeText),
    hovertemplate: "%{x:.2f} s: %{text} when hidden<extra></extra>",
  };
}

/**
 * A log-mel spectrogram above the map of what the decision hangs on: dark where hiding takes
 * probability away, green where it adds some.
 */
export function occlusionFigure(title: string, spectrogram: Spectrogram, map: OcclusionMap): Figure {
  const panels = panelGrid(2, 1, { x: 0, y: 0.16 });
  const { timesSeconds, levelDb } = spectrogram;
  const { end, hop } = timeSpan(spectrogram);
  const { lost, gained } = occlusionExtremes(map);
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
    // The map has places, not names, on its axis.
    ...panelAxes(panels[1], { title: "time (s)", ...time }, { ...mel, type: "linear" }),
    annotations: [
      panelTitle(panels[0], "what the network hears"),
      panelTitle(panels[1], "what its decision hangs on"),
    ],
  });
  return {
    data: [heat, lossMap(map, timesSeconds[0], hop)],
    layout,
    alt: `Log-mel spectrogram and occlusion map: hiding takes away ${lost.toFixed(2)} of the probability where it matters most and adds ${gained.toFixed(2)} where it speaks most against it.`,
  };
}

function changeText(lost: number): string {
  return `probability ${Math.abs(lost).toFixed(3)} ${lost < 0 ? "higher" : "lower"}`;
}
