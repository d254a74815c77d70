import { packNumbers } from "./packed-numbers";

/** More recordings than this lie over each other as dots; lines of equal density stand for them. */
export const mostDots = 1000;

/**
 * Points in a plane as lines of equal density, one colour: the inner lines enclose where most are.
 *
 * @example densityTrace([[0, 1], [1, 2]], "#007f86").type // "histogram2dcontour"
 */
export function densityTrace(
  points: readonly (readonly [number, number])[],
  colour: string,
  rest: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  const bins = Math.round(Math.min(30, Math.max(10, 0.35 * Math.sqrt(points.length))));
  return {
    type: "histogram2dcontour",
    x: packNumbers(points.map(([x]) => x)),
    y: packNumbers(points.map(([, y]) => y)),
    ...{ nbinsx: bins, nbinsy: bins, ncontours: 6, showscale: false, hoverinfo: "skip" },
    contours: { coloring: "lines" },
    colorscale: [
      [0, colour],
      [1, colour],
    ],
    line: { width: 1.3, smoothing: 1.3 },
    ...rest,
  };
}
