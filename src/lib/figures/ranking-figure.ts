import type { Figure } from "./figure";
import { accentColour, axis, figureLayout, inkColour, quietColour } from "./figure-layout";

/** One bar of a ranking. */
export interface Ranked {
  readonly name: string;
  readonly value: number;
  /** Drawn as a line through the bar's end, such as the spread over repetitions. */
  readonly low?: number;
  readonly high?: number;
  /** Default: the accent. */
  readonly colour?: string;
}

const longestName = 44;

/**
 * Horizontal bars, the first of the list on top: how far features separate the emotions, how much a
 * model loses without a group.
 *
 * @param quantity title of the value axis, with its unit
 */
export function rankingFigure(title: string, ranked: readonly Ranked[], quantity: string): Figure {
  const shorten = (name: string) => (name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name);
  const spread = ranked.some(({ low }) => low !== undefined);
  const data = [
    {
      type: "bar",
      orientation: "h",
      y: ranked.map(({ name }) => name),
      x: ranked.map(({ value }) => value),
      marker: { color: ranked.map(({ colour = accentColour }) => colour) },
      ...(spread && {
        error_x: {
          type: "data",
          symmetric: false,
          array: ranked.map(({ value, high = value }) => high - value),
          arrayminus: ranked.map(({ value, low = value }) => value - low),
          thickness: 1.4,
          width: 3,
          color: inkColour,
        },
      }),
      hovertemplate: "%{y}: %{x:.3f}<extra></extra>",
    },
  ];
  const layout = figureLayout(title, 96 + 22 * ranked.length, {
    bargap: 0.3,
    xaxis: axis(quantity, { zeroline: true, zerolinecolor: quietColour, rangemode: "tozero" }),
    yaxis: axis("", {
      autorange: "reversed",
      type: "category",
      showgrid: false,
      ticks: "",
      ticklabelstandoff: 6,
      tickvals: ranked.map(({ name }) => name),
      ticktext: ranked.map(({ name }) => shorten(name)),
    }),
  });
  const first = ranked.slice(0, 3).map(({ name, value }) => `${name} ${value.toFixed(3)}`);
  return { data, layout, alt: `Ranking by ${quantity} of ${ranked.length}: first ${first.join(", ")}.` };
}
