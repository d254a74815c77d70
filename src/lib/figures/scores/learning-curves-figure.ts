import type { RunRecord } from "../../runs/run-record";
import type { Figure } from "../figure";
import { accentColour, figureLayout, quietColour } from "../figure-layout";
import { panelAxes, panelGrid } from "../panel-grid";

/** A run, as far as its learning curves need it: networks have a history. */
interface TrainedRun {
  readonly record: { readonly folds: readonly Pick<RunRecord["folds"][number], "fold" | "history">[] };
}

/** How one fold's training went, epoch by epoch. */
interface LearningCurve {
  readonly fold: string;
  readonly loss: readonly number[];
  /** UAR on the speakers kept aside inside the training part. */
  readonly innerUar?: readonly number[];
}

/** Mean over the folds that reached the epoch. */
function meanCurve(curves: readonly (readonly number[])[]): number[] {
  const longest = Math.max(...curves.map((curve) => curve.length));
  return Array.from({ length: longest }, (_, epoch) => {
    const there = curves.flatMap((curve) => (epoch < curve.length ? [curve[epoch]] : []));
    return there.reduce((a, b) => a + b, 0) / there.length;
  });
}

/**
 * Training loss, and where it was measured UAR on inner speakers, over the epochs: a thin line per
 * fold and their mean.
 */
export function learningCurvesFigure({ record }: TrainedRun, title: string): Figure {
  const curves = record.folds.flatMap(({ fold, history }) => (history ? [{ fold, ...history }] : []));
  const kinds = [
    { axis: "training loss (nats)", of: (curve: LearningCurve) => curve.loss },
    { axis: "UAR on inner speakers", of: (curve: LearningCurve) => curve.innerUar ?? [] },
  ].filter(({ of }) => curves.some((curve) => of(curve).length > 0));
  const panels = panelGrid(kinds.length, kinds.length, { x: 0.13, y: 0 });
  const data = panels.flatMap((panel, k) => {
    const all = curves.filter((curve) => kinds[k].of(curve).length > 0);
    const draw = (name: string, y: readonly number[], line: object) => ({
      type: "scatter",
      mode: "lines",
      name,
      x: y.map((_, epoch) => epoch + 1),
      y: y.map((value) => Number(value.toFixed(4))),
      xaxis: `x${panel.suffix}`,
      yaxis: `y${panel.suffix}`,
      line,
      hovertemplate: "epoch %{x}: %{y:.3f}",
    });
    const thin = all.map((curve) =>
      draw(`left out: ${curve.fold}`, kinds[k].of(curve), { width: 0.9, color: quietColour }),
    );
    return [
      ...thin,
      draw("mean of the folds", meanCurve(all.map(kinds[k].of)), { width: 2.6, color: accentColour }),
    ];
  });
  const axes = panels.map((panel, k) =>
    panelAxes(panel, { title: "epoch" }, { title: kinds[k].axis, rangemode: k === 0 ? "tozero" : "normal" }),
  );
  const layout = figureLayout(title, 300, Object.assign({}, ...axes));
  const final = meanCurve(curves.map(({ loss }) => loss)).at(-1)!;
  return {
    data,
    layout,
    alt: `Learning curves of ${curves.length} folds; mean training loss at the end ${final.toFixed(3)}.`,
  };
}
