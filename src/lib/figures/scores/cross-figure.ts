import type { CrossRecord, CrossScore } from "../../runs/cross/cross-record";
import type { Figure } from "../figure";
import { axis, colourBar, figureLayout } from "../figure-layout";

/** What the figure shows of a matrix across corpora. */
type Crossed = Pick<CrossRecord, "chance" | "corpora"> & {
  readonly settings: Pick<CrossRecord["settings"], "features" | "model">;
  readonly matrix: CrossRecord["matrix"];
};

/**
 * The matrix of training (rows) by test corpora (columns): each cell with its UAR and its 95 %
 * interval over the test speakers, coloured from chance to 1.
 */
export function crossFigure({ settings, chance, corpora, matrix }: Crossed): Figure {
  const tests = corpora.map(({ name }) => name);
  // With two corpora, all others are the other one: the row would say the same again.
  const rows = corpora.length > 2 ? matrix : matrix.slice(0, corpora.length);
  const trains = rows.map(({ train }) => train);
  const data = [
    {
      type: "heatmap",
      x: tests,
      y: trains,
      z: rows.map(({ scores }) => scores.map((score) => score?.uar.value ?? null)),
      zmin: chance,
      zmax: 1,
      text: rows.map(({ scores }) => scores.map(cellText)),
      texttemplate: "%{text}",
      xgap: 2,
      ygap: 2,
      colorscale: [
        [0, "#eef3f8"],
        [0.5, "#6f9fc6"],
        [1, "#123f6d"],
      ],
      colorbar: colourBar("UAR, from chance"),
      hovertemplate: "trained on %{y}, tested on %{x}: %{text}<extra></extra>",
    },
  ];
  const layout = figureLayout(
    `${settings.model} on ${settings.features}, across corpora`,
    160 + 70 * rows.length,
    {
      width: Math.min(680, 300 + 130 * tests.length),
      xaxis: axis("tested on", { type: "category", showgrid: false, ticks: "" }),
      yaxis: axis("trained on", { type: "category", autorange: "reversed", showgrid: false, ticks: "" }),
    },
  );
  const said = rows.flatMap(({ train, scores }) =>
    scores.map((score, i) => `${train} to ${tests[i]} ${score ? score.uar.value.toFixed(3) : "unknown"}`),
  );
  return { data, layout, alt: `UAR by training and test corpus: ${said.join(", ")}.` };
}

function cellText(score: CrossScore | null): string {
  if (!score) return "unknown";
  const [low, high] = score.uar.speakers.map((end) => end.toFixed(2));
  return `${score.uar.value.toFixed(3)}<br>${low} to ${high}`;
}
