import type { TrainingHistory } from "../../models/classifier";
import type { Figure } from "../figure";
import { accentColour, figureLayout, inkColour, legendAbove } from "../figure-layout";
import { panelAxes, panelGrid } from "../panel-grid";

/**
 * A training beside what it is worth to those who had no part in it: the loss on the training
 * recordings and on the watched ones, and the watched ones' UAR, epoch by epoch.
 *
 * @param history with `watched`
 * @param watched who that is: "speaker 03"
 */
export function validationFigure(
  title: string,
  { loss, watched }: TrainingHistory,
  who: string,
  chance: number,
): Figure {
  const [left, right] = panelGrid(2, 2, { x: 0.13, y: 0 });
  const { loss: heldOut, uar } = watched!;
  const line = (name: string, y: readonly number[], colour: string, suffix: string, legend = true) => ({
    ...{ type: "scatter", mode: "lines", name, showlegend: legend },
    x: y.map((_, epoch) => epoch + 1),
    y: y.map((value) => Number(value.toFixed(4))),
    xaxis: `x${suffix}`,
    yaxis: `y${suffix}`,
    line: { width: 2, color: colour },
    hovertemplate: "epoch %{x}: %{y:.3f}",
  });
  const data = [
    line("training recordings", loss, accentColour, ""),
    line(who, heldOut, inkColour, ""),
    line(who, uar, inkColour, right.suffix, false),
  ];
  const layout = figureLayout(title, 320, {
    showlegend: true,
    legend: legendAbove,
    margin: { l: 62, r: 18, t: 66, b: 48 },
    ...panelAxes(left, { title: "epoch" }, { title: "loss (nats)", rangemode: "tozero" }),
    ...panelAxes(right, { title: "epoch" }, { title: `UAR on ${who}`, range: [0, 1.04] }),
    shapes: [
      {
        ...{ type: "line", xref: "x2 domain", yref: "y2", x0: 0, x1: 1, y0: chance, y1: chance },
        line: { width: 1.3, dash: "dot", color: inkColour },
      },
    ],
  });
  const ends = [loss, heldOut, uar].map((curve) => `${curve[0].toFixed(3)} to ${curve.at(-1)!.toFixed(3)}`);
  return {
    data,
    layout,
    alt: `Over ${loss.length} epochs the training loss goes from ${ends[0]}, the loss on ${who} from ${ends[1]}, the UAR there from ${ends[2]}.`,
  };
}
