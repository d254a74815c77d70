import type { GroupScore } from "../../evaluation/metrics/group-scores";
import type { Figure } from "../figure";
import { accentColour, axis, figureLayout, quietColour } from "../figure-layout";

/** What the figure says beside the groups' scores. */
export interface GroupScoresView {
  readonly title: string;
  /** "speaker", "fold". */
  readonly group: string;
  /** UAR over all recordings together. */
  readonly overall: number;
  readonly chance: number;
}

/** A level line with its name at the right end. */
function level(y: number, dash: string): Record<string, unknown> {
  return {
    type: "line",
    xref: "paper",
    x0: 0,
    x1: 1,
    y0: y,
    y1: y,
    line: { width: 1.3, dash, color: quietColour },
  };
}

function levelName(y: number, yanchor: string, text: string): Record<string, unknown> {
  return {
    text,
    xref: "paper",
    x: 1.005,
    xanchor: "left",
    y,
    yanchor,
    showarrow: false,
    font: { size: 11 },
  };
}

/**
 * One dot per speaker or fold, from the weakest to the strongest, with the overall score and chance
 * as lines.
 */
export function groupScoresFigure(groups: readonly GroupScore[], view: GroupScoresView): Figure {
  const sorted = [...groups].sort((a, b) => a.uar - b.uar || (a.name < b.name ? -1 : 1));
  const data = [
    {
      type: "scatter",
      mode: "markers",
      x: sorted.map(({ name }) => name),
      y: sorted.map(({ uar }) => uar),
      text: sorted.map(({ recordings }) => `${recordings} recordings`),
      marker: { size: 10, color: accentColour },
      hovertemplate: `${view.group} %{x}: %{y:.3f}, %{text}<extra></extra>`,
    },
  ];
  const close = Math.abs(view.overall - view.chance) < 0.08;
  const layout = figureLayout(view.title, 300, {
    margin: { l: 62, r: 96, t: 44, b: 56 },
    shapes: [level(view.overall, "dash"), level(view.chance, "dot")],
    annotations: [
      levelName(view.overall, close ? "bottom" : "middle", `all: ${view.overall.toFixed(2)}`),
      levelName(view.chance, close ? "top" : "middle", `chance: ${view.chance.toFixed(2)}`),
    ],
    xaxis: axis(view.group, { type: "category", showgrid: false, tickangle: sorted.length > 14 ? -60 : 0 }),
    yaxis: axis("UAR", { range: [0, 1.04] }),
  });
  const [low, high] = [sorted[0], sorted[sorted.length - 1]];
  const alt = `UAR by ${view.group}: from ${low.uar.toFixed(2)} (${low.name}) to ${high.uar.toFixed(2)} (${high.name}), ${view.overall.toFixed(2)} over all.`;
  return { data, layout, alt };
}
