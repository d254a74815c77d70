import { emotionStyles } from "./emotion-colours";
import type { Figure } from "./figure";
import { figureLayout, inkColour, legendAbove } from "./figure-layout";
import { packNumbers } from "./packed-numbers";
import { panelAxes, panelGrid, panelTitle } from "./panel-grid";
import { densityTrace, mostDots } from "./point-cloud";

/** A line of equal decision in the plane of two features: a + b x + c y = 0. */
export interface Plane {
  /** "C = 0.01". */
  readonly name: string;
  /** The decision a + b x + c y: 0 on the border, -1 and 1 on the margin's edges. */
  readonly decision: readonly [a: number, b: number, c: number];
}

/** Two emotions in two features. */
export interface PlaneData {
  /** One [x, y] per recording. */
  readonly points: readonly (readonly [number, number])[];
  readonly emotions: readonly string[];
  readonly axes: readonly [x: string, y: string];
}

/** The recordings inside the margin or on its wrong side, which cost. */
export function countInMargin({ points, emotions }: PlaneData, { decision: [a, b, c] }: Plane): number {
  const [first] = [...new Set(emotions)].sort();
  const paying = points.filter(([x, y], i) => (a + b * x + c * y) * (emotions[i] === first ? 1 : -1) < 1);
  return paying.length;
}

/**
 * One panel a plane: the recordings (of many their density), the border, and the margin's edges as
 * dotted lines.
 */
export function marginFigure(title: string, data: PlaneData, planes: readonly Plane[]): Figure {
  const { points, emotions, axes } = data;
  const labels = [...new Set(emotions)].sort();
  const style = emotionStyles(labels);
  const panels = panelGrid(planes.length, planes.length, { x: 0.1, y: 0 });
  const [xs, ys] = [0, 1].map((axis) => points.map((point) => point[axis]));
  const [xRange, yRange] = [xs, ys].map((values) => {
    const [low, high] = values.reduce(
      ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
      [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
    );
    return [low - 0.06 * (high - low), high + 0.06 * (high - low)] as const;
  });
  const traces = panels.flatMap((panel, p) => {
    const at = { xaxis: `x${panel.suffix}`, yaxis: `y${panel.suffix}` };
    const dots = labels.map((label) => {
      const own = points.filter((_, i) => emotions[i] === label);
      if (points.length > mostDots)
        return densityTrace(own, style(label).colour, { name: label, ...at, showlegend: p === 0 });
      return {
        ...{ type: "scatter", mode: "markers", name: label, ...at, showlegend: p === 0 },
        x: packNumbers(own.map(([x]) => x)),
        y: packNumbers(own.map(([, y]) => y)),
        marker: { size: 6, opacity: 0.75, color: style(label).colour, symbol: style(label).symbol },
        hovertemplate: `%{x:.2f}, %{y:.2f}<extra>${label}</extra>`,
      };
    });
    const edges = [0, -1, 1].map((level) => ({
      ...{ type: "scatter", mode: "lines", ...at, showlegend: false, hoverinfo: "skip" },
      ...lineAt(planes[p].decision, level, xRange, yRange),
      line: { width: level === 0 ? 2 : 1.3, dash: level === 0 ? "solid" : "dot", color: inkColour },
    }));
    return [...dots, ...edges];
  });
  const layout = figureLayout(title, 360, {
    showlegend: true,
    legend: legendAbove,
    margin: { l: 62, r: 18, t: 84, b: 48 },
    ...Object.assign(
      {},
      ...panels.map((panel) =>
        panelAxes(
          panel,
          { title: axes[0], range: xRange },
          { title: panel.column === 0 ? axes[1] : "", range: yRange },
        ),
      ),
    ),
    annotations: panels.map((panel, p) => panelTitle(panel, planes[p].name)),
  });
  const told = planes.map(
    (plane) =>
      `${plane.name}: ${countInMargin(data, plane)} of ${points.length} inside the margin or on its wrong side`,
  );
  return {
    data: traces,
    layout,
    alt: `${labels.join(" and ")} by ${axes.join(" and ")}; ${told.join("; ")}.`,
  };
}

/** Where the line of one decision crosses the panel. */
function lineAt(
  [a, b, c]: Plane["decision"],
  level: number,
  [left, right]: readonly [number, number],
  [low, high]: readonly [number, number],
) {
  if (Math.abs(c) >= Math.abs(b))
    return { x: [left, right], y: [left, right].map((x) => (level - a - b * x) / c) };
  return { x: [low, high].map((y) => (level - a - c * y) / b), y: [low, high] };
}
