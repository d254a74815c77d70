import type { Waveform } from "../../audio/waveform";
import type { Figure } from "../figure";
import { accentColour, axis, figureLayout, quietColour } from "../figure-layout";
import { packNumbers } from "../packed-numbers";

/** What of a waveform is drawn. */
export interface WaveformView {
  readonly title: string;
  /** Seconds; default: the whole recording. */
  readonly range?: readonly [number, number];
  /** Draws the analysis frames that lie in the range, overlapping as they do, in seconds. */
  readonly frames?: { readonly windowSeconds: number; readonly hopSeconds: number };
}

const mostColumns = 1000;

/**
 * Lowest and highest sample of each of at most `mostColumns` stretches: what a screen can show of a
 * long signal.
 */
function envelope(samples: Float32Array, first: number, last: number) {
  const stretch = Math.max(1, Math.ceil((last - first) / mostColumns));
  const at: number[] = [];
  const values: number[] = [];
  for (let start = first; start < last; start += stretch) {
    const part = samples.subarray(start, Math.min(start + stretch, last));
    at.push(start);
    values.push(part.reduce((a, b) => Math.min(a, b)));
    if (stretch === 1) continue;
    at.push(start + stretch / 2);
    values.push(part.reduce((a, b) => Math.max(a, b)));
  }
  return { at, values };
}

function frameShapes(
  from: number,
  to: number,
  { windowSeconds, hopSeconds }: NonNullable<WaveformView["frames"]>,
) {
  const first = Math.ceil(from / hopSeconds);
  const count = Math.max(0, Math.floor((to - windowSeconds) / hopSeconds) - first + 1);
  return Array.from({ length: count }, (_, i) => ({
    type: "rect",
    xref: "x",
    yref: "paper",
    x0: (first + i) * hopSeconds,
    x1: (first + i) * hopSeconds + windowSeconds,
    y0: 0.03 + 0.055 * (i % 4),
    y1: 0.07 + 0.055 * (i % 4),
    fillcolor: i % 2 ? quietColour : accentColour,
    opacity: 0.75,
    line: { width: 0 },
  }));
}

/** Amplitude over time, or a stretch of it with the frames that the analysis cuts. */
export function waveformFigure(waveform: Waveform, { title, range, frames }: WaveformView): Figure {
  const { samples, sampleRate } = waveform;
  const [from, to] = range ?? [0, samples.length / sampleRate];
  const last = Math.min(samples.length, Math.round(to * sampleRate));
  const { at, values } = envelope(samples, Math.round(from * sampleRate), last);
  const peak = values.reduce((a, b) => Math.max(a, Math.abs(b)), 1e-3);
  const data = [
    {
      type: "scatter",
      mode: "lines",
      x: packNumbers(at.map((sample) => sample / sampleRate)),
      y: packNumbers(values),
      line: { width: 1, color: accentColour },
      hovertemplate: "%{x:.4f} s: %{y:.3f}<extra></extra>",
    },
  ];
  const room = frames ? 1.9 : 1.08;
  const layout = figureLayout(title, frames ? 280 : 220, {
    xaxis: axis("time (s)", { range: [from, to] }),
    yaxis: axis("amplitude", { range: [-peak * room, peak * 1.08] }),
    shapes: frames ? frameShapes(from, to, frames) : [],
  });
  const alt = `Waveform from ${from.toFixed(2)} to ${to.toFixed(2)} s at ${sampleRate} Hz, peak amplitude ${peak.toFixed(2)}.`;
  return { data, layout, alt };
}
