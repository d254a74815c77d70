import type { VowelView } from "../../features/pitch/vowel-view";
import type { Figure } from "../figure";
import { accentColour, figureLayout, inkColour, legendAbove, quietColour } from "../figure-layout";
import { packNumbers } from "../packed-numbers";
import { panelAxes, panelGrid } from "../panel-grid";

/**
 * One vowel as source and filter: its samples with one period of the vocal folds marked, and its
 * spectrum with the harmonics marked, under the envelope whose peaks are the formants.
 */
export function vowelFigure(title: string, view: VowelView, f0Hz: number): Figure {
  const [top, below] = panelGrid(2, 1, { x: 0, y: 0.24 });
  const khz = packNumbers(view.frequenciesHz.map((hz) => hz / 1000));
  const line = (name: string, x: object, y: ArrayLike<number>, suffix: string, style: object) => ({
    ...{ type: "scatter", mode: "lines", name, x, y: packNumbers(y), line: style },
    ...{ xaxis: `x${suffix}`, yaxis: `y${suffix}`, showlegend: suffix !== "" },
    hovertemplate: suffix
      ? `%{x:.2f} kHz: %{y:.0f} dB<extra>${name}</extra>`
      : "%{x:.1f} ms: %{y:.3f}<extra></extra>",
  });
  const harmonics = Math.floor(view.frequenciesHz.at(-1)! / f0Hz);
  const peak = Math.max(1e-3, ...view.samples.map(Math.abs));
  const start =
    view.milliseconds[view.samples.indexOf(Math.max(...view.samples.slice(0, view.samples.length >> 1)))];
  const marks = [start, start + 1000 / f0Hz].map((x) => ({
    ...{ type: "line", xref: "x", yref: "y domain", x0: x, x1: x, y0: 0, y1: 1 },
    line: { width: 1.6, dash: "dot", color: inkColour },
  }));
  const note = (text: string, x: number, y: number, suffix: string) => ({
    ...{ text, x, y, xref: `x${suffix}`, yref: `y${suffix}`, showarrow: false, yanchor: "bottom" },
    font: { size: 11 },
  });
  const formants = view.formantsHz.slice(0, 3).map((hz, i) => {
    const at = view.frequenciesHz.findIndex((one) => one >= hz);
    return note(`F${i + 1}`, hz / 1000, view.envelopeDb[at] + 2, "2");
  });
  const layout = figureLayout(title, 460, {
    showlegend: true,
    legend: legendAbove,
    margin: { l: 62, r: 18, t: 66, b: 48 },
    ...panelAxes(top, { title: "time (ms)" }, { title: "amplitude", range: [-1.15 * peak, 1.5 * peak] }),
    ...panelAxes(
      below,
      { title: "frequency (kHz)", range: [0, view.frequenciesHz.at(-1)! / 1000] },
      { title: "level (dB)", range: [-65, 12] },
    ),
    shapes: marks,
    annotations: [note("one period", start + 500 / f0Hz, 1.2 * peak, ""), ...formants],
  });
  const data = [
    line("samples", packNumbers(view.milliseconds), view.samples, "", { width: 1.2, color: accentColour }),
    line("spectrum", khz, view.levelDb, "2", { width: 1.2, color: accentColour }),
    line("envelope", khz, view.envelopeDb, "2", { width: 2.2, color: inkColour }),
    {
      ...{ type: "scatter", mode: "markers", name: "multiples of the pitch", xaxis: "x2", yaxis: "y2" },
      x: Array.from({ length: harmonics }, (_, k) => ((k + 1) * f0Hz) / 1000),
      y: Array.from({ length: harmonics }, () => -63),
      marker: { symbol: "line-ns-open", size: 9, color: quietColour },
      hovertemplate: "%{x:.2f} kHz<extra>multiple of the pitch</extra>",
    },
  ];
  const told = view.formantsHz.slice(0, 3).map((hz, i) => `F${i + 1} ${hz.toFixed(0)} Hz`);
  return { data, layout, alt: `${title}: pitch ${f0Hz.toFixed(0)} Hz; ${told.join(", ")}.` };
}
