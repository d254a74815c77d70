import type { RunRecord, RunSettings } from "../../runs/run-record";
import type { Figure } from "../figure";
import { axis, figureLayout, shareColours } from "../figure-layout";

/** A run, as far as its confusion matrix needs it. */
interface ConfusedRun {
  readonly record: {
    readonly settings: Pick<RunSettings, "features" | "model" | "folds">;
    readonly confusion: RunRecord["confusion"];
  };
}

/**
 * A run's confusion matrix, each cell with its rate within the true emotion (row) and its count:
 * the diagonal's rates are the recalls, and their mean is the UAR.
 */
export function confusionFigure({ record }: ConfusedRun): Figure {
  const { labels, counts } = record.confusion;
  const rates = counts.map((row) => {
    const total = row.reduce((a, b) => a + b, 0);
    return row.map((count) => (total ? count / total : 0));
  });
  const percent = (rate: number) => `${(100 * rate).toFixed(0)} %`;
  const data = [
    {
      type: "heatmap",
      x: labels,
      y: labels,
      z: rates,
      zmin: 0,
      zmax: 1,
      text: counts.map((row, i) => row.map((count, j) => `${percent(rates[i][j])}<br>${count}`)),
      texttemplate: "%{text}",
      xgap: 2,
      ygap: 2,
      colorscale: shareColours,
      colorbar: {
        title: { text: "rate within the true emotion", side: "right" },
        thickness: 12,
        outlinewidth: 0,
        tickformat: ".0%",
      },
      hovertemplate: "true %{y}, predicted %{x}: %{text}<extra></extra>",
    },
  ];
  const { features, model, folds } = record.settings;
  const title = `${model} on ${features}${folds === "loso" ? ", new speakers" : ""}`;
  const layout = figureLayout(title, 130 + 58 * labels.length, {
    width: Math.min(680, 260 + 92 * labels.length),
    xaxis: axis("predicted emotion", { type: "category", showgrid: false, ticks: "" }),
    yaxis: axis("true emotion", { type: "category", autorange: "reversed", showgrid: false, ticks: "" }),
  });
  const recalls = labels.map((label, i) => `${label} ${percent(rates[i][i])}`);
  return { data, layout, alt: `Confusion matrix; recall: ${recalls.join(", ")}.` };
}
