import type { Figure } from "./figure";
import { axis, figureLayout, inkColour, shareColours } from "./figure-layout";

/** What a speaker is for in a row of the scheme. */
export type FoldRole = "train" | "choose" | "test";

/** One model: who teaches it, who judges it. */
export interface FoldRow {
  readonly name: string;
  /** One per speaker. */
  readonly roles: readonly FoldRole[];
}

const shades: Readonly<Record<FoldRole, number>> = { train: 0, choose: 0.5, test: 1 };

/** Which speakers each model learns from and which it is tested on, a row per model. */
export function foldsFigure(title: string, speakers: readonly string[], rows: readonly FoldRow[]): Figure {
  const columns = speakers.map((speaker) => ` ${speaker}`); // a text to Plotly, even where it is a number
  const data = [
    {
      type: "heatmap",
      x: columns,
      y: rows.map(({ name }) => name),
      z: rows.map(({ roles }) => roles.map((role) => shades[role])),
      text: rows.map(({ roles }) => roles.map((role) => (role === "train" ? "" : role))),
      texttemplate: speakers.length <= 12 ? "%{text}" : undefined,
      customdata: rows.map(({ roles }) => roles),
      hovertemplate: "%{y}, speaker%{x}: %{customdata}<extra></extra>",
      zmin: 0,
      zmax: 1,
      colorscale: shareColours,
      showscale: false,
      xgap: 3,
      ygap: 3,
    },
  ];
  const layout = figureLayout(title, 110 + 25 * rows.length, {
    font: { family: "DejaVu Sans, Verdana, sans-serif", size: 10.5, color: inkColour },
    xaxis: axis("speaker", { type: "category", showgrid: false, ticks: "" }),
    yaxis: axis("", { type: "category", autorange: "reversed", showgrid: false, ticks: "" }),
  });
  const tested = rows.map(({ name, roles }) => {
    const who = speakers.filter((_, i) => roles[i] !== "train");
    return `${name} without ${who.join(", ")}`;
  });
  return { data, layout, alt: `${title}: ${tested.join("; ")}.` };
}
