import type { Figure } from "./figure";
import { accentColour, axis, figureLayout, inkColour, legendAbove, quietColour } from "./figure-layout";
import { packNumbers } from "./packed-numbers";

/** One line of a figure. */
export interface Line {
  readonly name: string;
  readonly x: ArrayLike<number>;
  /** NaN is a gap. */
  readonly y: ArrayLike<number>;
  readonly dashed?: boolean;
  /** A thin line in the background. */
  readonly faint?: boolean;
}

/** What the axes of a line figure say. */
export interface LineView {
  readonly title: string;
  readonly x: string;
  readonly y: string;
  readonly height?: number;
  readonly yRange?: readonly [number, number];
}

/** Lines over one common axis: a frame's samples, its spectrum, a bank of filters. */
export function lineFigure(lines: readonly Line[], { title, x, y, height = 260, yRange }: LineView): Figure {
  const data = lines.map((line) => ({
    type: "scatter",
    mode: "lines",
    name: line.name,
    x: packNumbers(line.x),
    y: packNumbers(line.y),
    hovertemplate: `${x}: %{x:.4g}<br>${y}: %{y:.3g}<extra>${lines.length > 1 ? line.name : ""}</extra>`,
    line: {
      width: line.faint ? 0.9 : 1.6,
      color: line.faint ? quietColour : line.dashed ? inkColour : accentColour,
      dash: line.dashed ? "dash" : "solid",
    },
  }));
  const named = lines.length > 1 && lines.length <= 6;
  const layout = figureLayout(title, height, {
    showlegend: named,
    legend: legendAbove,
    margin: { l: 62, r: 18, t: named ? 62 : 44, b: 48 },
    xaxis: axis(x),
    yaxis: axis(y, yRange ? { range: yRange } : {}),
  });
  return {
    data,
    layout,
    alt: `${title}: ${y} over ${x}${named ? `, ${lines.map(({ name }) => name).join(", ")}` : ""}.`,
  };
}
