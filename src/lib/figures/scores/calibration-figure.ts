import type { CalibrationBin } from "../../evaluation/metrics/calibration-error";
import type { Figure } from "../figure";
import { accentColour, axis, figureLayout, quietColour } from "../figure-layout";

/** Where a model that may be taken at its word has its dots. */
const diagonal = {
  type: "scatter",
  mode: "lines",
  x: [0, 1],
  y: [0, 1],
  line: { width: 1.3, dash: "dot", color: quietColour },
  hoverinfo: "skip",
};

function dots(bins: readonly CalibrationBin[]) {
  const most = Math.max(...bins.map(({ count }) => count));
  return {
    type: "scatter",
    mode: "markers",
    x: bins.map(({ confidence }) => confidence),
    y: bins.map(({ accuracy }) => accuracy),
    text: bins.map(({ count }) => `${count} decisions`),
    marker: {
      size: bins.map(({ count }) => 7 + 17 * Math.sqrt(count / most)),
      color: accentColour,
      opacity: 0.85,
      line: { width: 1, color: "#ffffff" },
    },
    hovertemplate: "sure by %{x:.2f}, right in %{y:.2f}, %{text}<extra></extra>",
  };
}

/**
 * How often a model is right against how sure it was: on the diagonal it may be taken at its word.
 * Dots grow with their count.
 */
export function calibrationFigure(
  title: string,
  bins: readonly CalibrationBin[],
  calibrationError: number,
): Figure {
  const filled = bins.filter(({ count }) => count > 0);
  const layout = figureLayout(title, 380, {
    width: 480,
    annotations: [
      { text: "too cautious", x: 0.06, y: 0.94, xanchor: "left", showarrow: false, font: { size: 11 } },
      { text: "too sure", x: 0.94, y: 0.06, xanchor: "right", showarrow: false, font: { size: 11 } },
    ],
    xaxis: axis("probability of the decision", { range: [0, 1.04] }),
    yaxis: axis("part that was right", { range: [0, 1.06] }),
  });
  return {
    data: [diagonal, dots(filled)],
    layout,
    alt: `Calibration of ${filled.reduce((a, b) => a + b.count, 0)} decisions; expected calibration error ${calibrationError.toFixed(3)}.`,
  };
}
