import type { Session } from "../session";
import type { Panel } from "./panel";
import type { Theme } from "./theme";
import type { TimeAxis } from "./time-axis";

/** The highest peak fills the panel, but silence is not blown up to a picture. */
const LEAST_TOP = 0.05;
/** A name of an utterance has so much room beside its mark, in pixels. */
const NUMBER_WIDTH = 20;

/**
 * The waveform as far as the axis shows it, strong where an utterance is, with a line where each
 * begins and ends and its number in the table.
 */
export function drawWaveform(panel: Panel, session: Session, axis: TimeAxis, theme: Theme): void {
  const { height } = panel.clear();
  const { context } = panel;
  const spans = session.utterances.map(({ startSeconds, endSeconds }) => [startSeconds, endSeconds] as const);
  drawPeaks(context, session, axis, height, (seconds) =>
    spans.some(([start, end]) => seconds >= start && seconds < end) ? theme.ink : theme.faint,
  );
  context.font = "12px system-ui, sans-serif";
  context.textBaseline = "top";
  spans.forEach(([start, end], i) => {
    const [left, right] = [axis.x(start), axis.x(end)];
    if (right < 0 || left > axis.width) return;
    context.fillStyle = theme.accent;
    for (const x of [left, right])
      if (x >= 0 && x <= axis.width) context.fillRect(Math.round(x), 0, 1, height);
    const place = Math.max(0, left) + 4;
    if (place + NUMBER_WIDTH < right) write(context, String(i + 1), place, theme);
  });
  context.textBaseline = "middle";
  context.fillStyle = theme.faint;
  context.fillText("waveform", axis.width + 8, height / 2);
}

function drawPeaks(
  context: CanvasRenderingContext2D,
  { peaks, seconds }: Session,
  axis: TimeAxis,
  height: number,
  colour: (seconds: number) => string,
): void {
  const scale = (height / 2 - 1) / Math.max(LEAST_TOP, peaks.highest);
  const end = Math.min(axis.width, axis.x(seconds));
  for (let x = Math.max(0, Math.floor(axis.x(0))); x < end; x++) {
    const [from, to] = [axis.seconds(x), axis.seconds(x + 1)];
    const reach = Math.max(0.5, scale * peaks.highestBetween(from, to));
    context.fillStyle = colour(from);
    context.fillRect(x, height / 2 - reach, 1, 2 * reach);
  }
}

/** On a ground of its own, so that it can be read before the waveform. */
function write(context: CanvasRenderingContext2D, text: string, x: number, theme: Theme): void {
  context.fillStyle = theme.ground;
  context.fillRect(x - 2, 0, context.measureText(text).width + 4, 14);
  context.fillStyle = theme.accent;
  context.fillText(text, x, 1);
}
