import type { Figure } from "../figure";
import { accentColour, axis, figureLayout, inTwoLines, legendAbove, quietColour } from "../figure-layout";

/** One row: a value with one or two intervals. */
export interface IntervalRow {
  readonly name: string;
  readonly value: number;
  /** By resampling speakers: the wide, paler bar. */
  readonly speakers: readonly [number, number];
  /** By resampling recordings: the narrow bar. */
  readonly recordings?: readonly [number, number];
}

/** What the value axis shows. */
export interface IntervalsView {
  readonly title: string;
  /** "UAR", "difference in UAR". */
  readonly quantity: string;
  /** A vertical line to compare with: chance, or zero for differences. */
  readonly reference: { readonly value: number; readonly name: string };
}

/**
 * Between the narrow bar's colour and either ground: 3:1 from white and from black, so that both
 * bars are seen on both.
 */
const speakersColour = "#559aa0";

const inLines = ({ name }: IntervalRow): string => inTwoLines(name, 36);

function bar(
  rows: readonly IntervalRow[],
  name: string,
  ends: (row: IntervalRow) => readonly [number, number],
  line: object,
) {
  const x = rows.flatMap((row) => [...ends(row), null]);
  const y = rows.flatMap((row) => [inLines(row), inLines(row), null]);
  return { type: "scatter", mode: "lines", name, x, y, line, hoverinfo: "skip" };
}

/** Speakers' intervals, and where there are some those of the recordings over them. */
function bars(rows: readonly IntervalRow[]) {
  const wide = bar(rows, "95 % over speakers", (row) => row.speakers, { width: 9, color: speakersColour });
  const some = rows.filter((row) => row.recordings);
  if (some.length === 0) return [wide];
  const line = { width: 2.5, color: accentColour };
  return [wide, bar(some, "95 % over recordings", (row) => row.recordings!, line)];
}

function ticks(rows: readonly IntervalRow[], quantity: string) {
  return {
    type: "scatter",
    mode: "markers",
    name: quantity,
    x: rows.map(({ value }) => value),
    y: rows.map(inLines),
    // A tick, not a dot: on a phone a dot hides a narrow interval.
    marker: { symbol: "line-ns-open", size: 17, color: accentColour, line: { width: 3 } },
    text: rows.map(({ speakers }) => `[${speakers.map((end) => end.toFixed(3)).join(", ")}]`),
    hovertemplate: "%{y}: %{x:.3f} %{text}<extra></extra>",
  };
}

function referenceLine(value: number) {
  return {
    type: "line",
    yref: "paper",
    y0: 0,
    y1: 1,
    x0: value,
    x1: value,
    line: { width: 1.4, dash: "dot", color: quietColour },
  };
}

function referenceName({ name, value }: IntervalsView["reference"]) {
  return {
    text: name,
    x: value,
    xanchor: "left",
    xshift: 4,
    yref: "paper",
    y: 0.01,
    yanchor: "bottom",
    showarrow: false,
    font: { size: 10.5 },
  };
}

/** All intervals and the reference, with a little room on both sides. */
function rangeOf(rows: readonly IntervalRow[], reference: number): [number, number] {
  const ends = rows.flatMap((row) => [...row.speakers, ...(row.recordings ?? []), row.value, reference]);
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const pad = 0.04 * (high - low);
  return [low - pad, high + pad];
}

/**
 * Values with their 95 % intervals, one row each, the first on top: scores of models, or
 * differences between them.
 */
export function intervalsFigure(
  rows: readonly IntervalRow[],
  { title, quantity, reference }: IntervalsView,
): Figure {
  const data = [...bars(rows), ticks(rows, quantity)];
  const layout = figureLayout(title, 140 + 30 * rows.length, {
    showlegend: true,
    legend: legendAbove,
    margin: { l: 62, r: 24, t: 68, b: 48 },
    shapes: [referenceLine(reference.value)],
    annotations: [referenceName(reference)],
    xaxis: axis(quantity, { range: rangeOf(rows, reference.value) }),
    yaxis: axis("", {
      type: "category",
      categoryorder: "array",
      categoryarray: rows.map(inLines),
      range: [rows.length - 0.1, -0.6],
      ticklabelstandoff: 6,
    }),
  });
  const said = rows.map(
    (row) =>
      `${row.name} ${row.value.toFixed(3)} (${row.speakers.map((end) => end.toFixed(2)).join(" to ")})`,
  );
  return { data, layout, alt: `${quantity} with 95 % intervals over speakers: ${said.join("; ")}.` };
}
