import type { EgemapsDescriptors } from "../features/egemaps/egemaps-descriptors";
import type { Spectrogram } from "../frames/spectrogram";
import type { Figure } from "./figure";
import { accentColour, figureLayout, legendAbove } from "./figure-layout";
import { packNumbers } from "./packed-numbers";
import { type GridPanel, panelAxes, panelGrid } from "./panel-grid";
import { frequencyAxis, spectrogramTrace, timeSpan } from "./sound/spectrogram-trace";

/** Of the descriptors, what the figure shows. */
type Shown = Pick<EgemapsDescriptors, "seconds" | "f0Hz" | "formantsHz" | "loudness" | "hnrDb">;

/**
 * First and last moment of every unbroken run of voiced frames, in seconds.
 *
 * @internal
 */
export function voicedSegments(seconds: ArrayLike<number>, f0Hz: ArrayLike<number>): [number, number][] {
  const out: [number, number][] = [];
  for (let i = 0; i < f0Hz.length; i++) {
    if (!(f0Hz[i] > 0)) continue;
    if (i > 0 && f0Hz[i - 1] > 0) out[out.length - 1][1] = seconds[i];
    else out.push([seconds[i], seconds[i]]);
  }
  return out;
}

const formantColours = ["#7fffff", "#9dff9d", "#ffa6ff"];

function points(
  name: string,
  seconds: ArrayLike<number>,
  hertz: ArrayLike<number>,
  colour: string,
  size: number,
) {
  const khz = Array.from(hertz, (value) => (value > 0 ? value / 1000 : Number.NaN));
  const marker = { size, color: colour, line: { width: 0.4, color: "#000" } };
  return {
    type: "scatter",
    mode: "markers",
    name,
    x: packNumbers(seconds),
    y: packNumbers(khz),
    marker,
    hovertemplate: `%{x:.2f} s: %{y:.2f} kHz<extra>${name}</extra>`,
  };
}

/** Loudness and HNR, in the second and the third panel. */
function lines({ seconds, loudness, hnrDb }: Shown) {
  return [loudness, hnrDb].map((values, i) => ({
    type: "scatter",
    mode: "lines",
    x: packNumbers(seconds),
    y: packNumbers(values),
    xaxis: `x${i + 2}`,
    yaxis: `y${i + 2}`,
    line: { width: 1.6, color: accentColour },
    showlegend: false,
    hovertemplate: `%{x:.2f} s: %{y:.3g}<extra>${["loudness", "HNR"][i]}</extra>`,
  }));
}

/** The axes of three panels, from the top; those of time have the same range. */
function axesOf(spectrogram: Spectrogram, panels: readonly GridPanel[], endSeconds: number) {
  const { frequenciesHz } = spectrogram;
  const highest = Math.min(5, frequenciesHz[frequenciesHz.length - 1] / 1000);
  const time = { range: [0, endSeconds], ticks: "outside", showgrid: false };
  const above = { title: "", ...time, showticklabels: false };
  const below = { title: "time (s); shaded: voiced", ...time };
  const frequency = {
    title: "frequency (kHz)",
    range: [0, highest],
    ...frequencyAxis(spectrogram, "hertz"),
  };
  return {
    ...panelAxes(panels[0], above, frequency),
    ...panelAxes(panels[1], above, { title: "loudness", nticks: 4, rangemode: "tozero" }),
    ...panelAxes(panels[2], below, { title: "HNR (dB)", nticks: 4 }),
  };
}

/**
 * F0 and formants on the spectrogram, loudness and HNR below it, voiced segments marked in every
 * panel.
 */
export function descriptorsFigure(title: string, spectrogram: Spectrogram, descriptors: Shown): Figure {
  const { seconds, f0Hz, formantsHz } = descriptors;
  const [top, , third, low, lowest] = panelGrid(5, 1, { x: 0, y: 0.03 });
  const tall = { ...top, y: [third.y[0], top.y[1]] as const };
  const { end } = timeSpan(spectrogram);
  const data = [
    { ...spectrogramTrace(spectrogram, "hertz", 70), showscale: false },
    ...formantsHz.map((hertz, i) => points(`F${i + 1}`, seconds, hertz, formantColours[i], 4)),
    points("F0", seconds, f0Hz, "#ffffff", 5),
    ...lines(descriptors),
  ];
  const panels = [tall, { ...low, suffix: "2" }, { ...lowest, suffix: "3" }];
  const layout = figureLayout(title, 520, {
    showlegend: true,
    legend: { ...legendAbove, itemsizing: "constant" },
    margin: { l: 66, r: 18, t: 70, b: 46 },
    ...axesOf(spectrogram, panels, end),
    shapes: voicedSegments(seconds, f0Hz).map(([x0, x1]) => ({
      type: "rect",
      xref: "x",
      yref: "paper",
      x0,
      x1,
      y0: 0,
      y1: low.y[1],
      fillcolor: "rgba(0,127,134,0.16)",
      line: { width: 0 },
      layer: "below",
    })),
  });
  const alt = `Spectrogram with F0 and formants 1 to ${formantsHz.length}; loudness and HNR below; voiced segments shaded.`;
  return { data, layout, alt };
}
