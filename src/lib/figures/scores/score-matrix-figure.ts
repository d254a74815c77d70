import type { Figure } from "../figure";
import { axis, figureLayout, inTwoLines, shareColours } from "../figure-layout";

/** Scores of several models on several groups. */
export interface ScoreMatrix {
  /** Models, the first on top. */
  readonly rows: readonly string[];
  /** Emotions, or speakers. */
  readonly columns: readonly string[];
  /** Rows x columns, from 0 to 1. */
  readonly scores: readonly (readonly number[])[];
  /** "recall", "UAR". */
  readonly quantity: string;
  /** "emotion", "speaker". */
  readonly group: string;
}

/** Scores as a heat map with their numbers in it, dark where a model does well. */
export function scoreMatrixFigure(title: string, matrix: ScoreMatrix): Figure {
  const { rows, columns, scores, quantity, group } = matrix;
  const lines = rows.map((name) => inTwoLines(name, 26));
  const shown = columns.map((column) => ` ${column}`); // a text to Plotly, even where it is a number
  const data = [
    {
      type: "heatmap",
      x: shown,
      y: lines,
      z: scores.map((row) => row.map((one) => Number(one.toFixed(4)))),
      zmin: 0,
      zmax: 1,
      text: scores.map((row) => row.map((one) => one.toFixed(2).replace(/^0/, ""))),
      texttemplate: columns.length <= 16 ? "%{text}" : undefined,
      colorscale: shareColours,
      showscale: false,
      xgap: 2,
      ygap: 2,
      hovertemplate: `%{y}, ${group}%{x}: ${quantity} %{z:.3f}<extra></extra>`,
    },
  ];
  const layout = figureLayout(title, 120 + 30 * rows.length, {
    xaxis: axis(group, { type: "category", showgrid: false, ticks: "", side: "bottom" }),
    yaxis: axis("", { type: "category", autorange: "reversed", showgrid: false, ticks: "" }),
  });
  const best = columns.map((column, c) => {
    const of = scores.map((row) => row[c]);
    const at = of.indexOf(Math.max(...of));
    return `${column} ${of[at].toFixed(2)} (${rows[at]})`;
  });
  return { data, layout, alt: `${quantity} by ${group}; best on each: ${best.join("; ")}.` };
}
