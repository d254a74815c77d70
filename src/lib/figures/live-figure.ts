import { emotionStyles } from "./emotion-colours";
import type { Figure } from "./figure";
import { axis, figureLayout, legendAbove, quietColour } from "./figure-layout";

/** Probabilities at a moment of a stream. */
export interface LivePoint {
  readonly seconds: number;
  readonly probabilities: Readonly<Record<string, number>>;
}

/** A stretch of speech with what was heard in it. */
export interface LiveStretch {
  readonly startSeconds: number;
  readonly endSeconds: number;
  /** Null is "not sure". */
  readonly emotion: string | null;
  readonly points: readonly LivePoint[];
}

/**
 * Probabilities over the time of a stream: a line for each emotion, in its colour, with the
 * decision above each utterance, whose ground is grey.
 *
 * @param labels all emotions of the model
 */
export function liveFigure(
  title: string,
  labels: readonly string[],
  utterances: readonly LiveStretch[],
): Figure {
  const styleOf = emotionStyles(labels);
  const points = utterances.flatMap((one) => [...one.points, undefined]);
  const data = labels.map((label) => ({
    type: "scatter",
    mode: "lines+markers",
    name: label,
    x: points.map((point) => point?.seconds ?? null),
    y: points.map((point) => point?.probabilities[label] ?? null),
    connectgaps: false,
    line: { width: 1.8, color: styleOf(label).colour },
    marker: { size: 6, symbol: styleOf(label).symbol, color: styleOf(label).colour },
    hovertemplate: `%{x:.1f} s: %{y:.2f}<extra>${label}</extra>`,
  }));
  const layout = figureLayout(title, 300, {
    showlegend: true,
    legend: legendAbove,
    margin: { l: 62, r: 18, t: 66, b: 48 },
    xaxis: axis("time (s)"),
    yaxis: axis("probability", { range: [0, 1.12] }),
    shapes: utterances.map(ground),
    annotations: utterances.map((one) => ({
      x: (one.startSeconds + one.endSeconds) / 2,
      y: 1.06,
      text: one.emotion ?? "not sure",
      font: { color: one.emotion ? styleOf(one.emotion).colour : quietColour, size: 11 },
      showarrow: false,
    })),
  });
  const heard = utterances.map(({ emotion }) => emotion ?? "not sure").join(", ");
  return {
    data,
    layout,
    alt: `${title}: probability of ${labels.join(", ")} over time; decisions: ${heard}.`,
  };
}

function ground({ startSeconds, endSeconds }: LiveStretch): Record<string, unknown> {
  return {
    type: "rect",
    xref: "x",
    yref: "paper",
    x0: startSeconds,
    x1: endSeconds,
    y0: 0,
    y1: 1,
    fillcolor: quietColour,
    opacity: 0.13,
    line: { width: 0 },
    layer: "below",
  };
}
