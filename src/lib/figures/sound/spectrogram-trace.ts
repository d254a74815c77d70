import type { Spectrogram } from "../../frames/spectrogram";
import type { Matrix } from "../../numbers/matrix";
import { packMatrix, packNumbers } from "../packed-numbers";

/** Dark to light, perceptually even (matplotlib's magma, nine stops). */
const spectrogramColours: readonly (readonly [number, string])[] = [
  "#000004",
  "#1d1147",
  "#51127c",
  "#832681",
  "#b73779",
  "#e75263",
  "#fc8961",
  "#fec488",
  "#fcfdbf",
].map((colour, i) => [i / 8, colour]);

const mostFrames = 280;
const mostBins = 96;

/** Loudest value of every block of `frames` x `bins` cells, transposed: rows are frequencies. */
function shrink({ rows, columns, data }: Matrix, frames: number, bins: number): Matrix {
  const out = { rows: Math.ceil(columns / bins), columns: Math.ceil(rows / frames) };
  const values = new Float32Array(out.rows * out.columns).fill(Number.NEGATIVE_INFINITY);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const at = Math.floor(column / bins) * out.columns + Math.floor(row / frames);
      values[at] = Math.max(values[at], data[row * columns + column]);
    }
  }
  return { ...out, data: values };
}

/** When the last frame ends and how far frames lie apart, in seconds. */
export function timeSpan({ timesSeconds }: Spectrogram): { readonly end: number; readonly hop: number } {
  const hop = timesSeconds.length > 1 ? timesSeconds[1] - timesSeconds[0] : 0.01;
  return { end: timesSeconds[0] + hop * timesSeconds.length, hop };
}

/**
 * A Plotly heat map in whole decibels, small enough to be kept in a notebook: at most 280 x 96
 * cells of one byte, each the loudest of those it stands for.
 *
 * @param panel with a name where the hover text should say whose sound it is
 * @param scale `mel` spaces the rows evenly, as mel bands are; `hertz` by their frequency
 */
export function spectrogramTrace(
  panel: Spectrogram & { readonly name?: string },
  scale: "mel" | "hertz",
  rangeDb: number,
): Record<string, unknown> {
  const { levelDb, timesSeconds, frequenciesHz } = panel;
  const { hop } = timeSpan(panel);
  const frames = Math.ceil(levelDb.rows / mostFrames);
  const bins = Math.ceil(levelDb.columns / mostBins);
  const z = shrink(levelDb, frames, bins);
  const middle = (bins - 1) / 2;
  const khz = Array.from({ length: z.rows }, (_, i) => {
    const at = Math.min(levelDb.columns - 1, Math.floor(i * bins + middle));
    return frequenciesHz[at] / 1000;
  });
  return {
    type: "heatmap",
    z: packMatrix(z.data, z.rows, z.columns),
    x0: timesSeconds[0] + ((frames - 1) / 2) * hop,
    dx: frames * hop,
    // Mel bands are a list of names to Plotly, evenly spaced, so that hovering tells their hertz.
    y: scale === "mel" ? bandNames(khz) : packNumbers(khz),
    zmin: -rangeDb,
    zmax: 0,
    colorscale: spectrogramColours,
    hovertemplate: `${panel.name ? `${panel.name}<br>` : ""}%{x:.2f} s, ${scale === "mel" ? "%{y}" : "%{y:.2f} kHz"}: %{z:.0f} dB<extra></extra>`,
  };
}

/** "1250 Hz", each once: the lowest bands may lie less than a hertz apart. */
function bandNames(khz: readonly number[]): string[] {
  const plain = khz.map((one) => `${(1000 * one).toFixed(0)} Hz`);
  return new Set(plain).size === plain.length ? plain : khz.map((one) => `${(1000 * one).toFixed(3)} Hz`);
}

/**
 * Options of the frequency axis that fits `spectrogramTrace`: for mel bands, ticks at the bands
 * nearest to round frequencies.
 */
export function frequencyAxis(
  { frequenciesHz, levelDb }: Spectrogram,
  scale: "mel" | "hertz",
): Record<string, unknown> {
  if (scale === "hertz") return { showgrid: false, ticks: "outside" };
  const plain = { type: "category", showgrid: false, ticks: "outside" };
  const bins = Math.ceil(levelDb.columns / mostBins);
  const highest = frequenciesHz[frequenciesHz.length - 1];
  const nearest = (hz: number) => {
    const above = Array.from(frequenciesHz).findIndex((value) => value >= hz);
    const part = (hz - frequenciesHz[above - 1]) / (frequenciesHz[above] - frequenciesHz[above - 1]);
    return (above - 1 + part) / bins;
  };
  const kept: number[] = [];
  for (const hz of [16000, 8000, 4000, 2000, 1000, 500, 250, 125]) {
    if (hz <= frequenciesHz[0] || hz > highest) continue;
    const room = kept.length > 0 ? nearest(kept[kept.length - 1]) - nearest(hz) : Number.POSITIVE_INFINITY;
    if (room < levelDb.columns / bins / 13) break;
    kept.push(hz);
  }
  return { ...plain, tickvals: kept.map(nearest), ticktext: kept.map((hz) => String(hz / 1000)) };
}
