import type { WindowEvent } from "../../lib/live/live-event";
import type { Session } from "../session";
import { markerPath } from "./marker-path";
import type { Panel } from "./panel";
import { spreadLabels } from "./spread-labels";
import type { Theme } from "./theme";
import type { TimeAxis } from "./time-axis";

/** Windows further apart are of two utterances, and no line joins them. */
const GAP_SECONDS = 0.75;
const LABEL_HEIGHT = 16;
/** Above and below the lines, in pixels. */
const MARGIN = 9;

/**
 * The smoothed probabilities over time: a line for each emotion, named where it ends, with large
 * markers where it is the decision.
 */
export function drawProbabilities(
  panel: Panel,
  session: Session,
  labels: readonly string[],
  axis: TimeAxis,
  theme: Theme,
): void {
  const { height } = panel.clear();
  const y = (probability: number) => height - MARGIN - probability * (height - 2 * MARGIN);
  drawGrid(panel.context, axis, y, theme);
  const runs = runsOf(session.windows.filter((window) => isNear(window, axis)));
  const last = runs[runs.length - 1]?.[runs[runs.length - 1].length - 1];
  panel.context.save();
  panel.context.beginPath();
  panel.context.rect(0, 0, axis.width + 6, height);
  panel.context.clip();
  for (const label of labels) {
    for (const run of runs) drawRun(panel.context, run, label, axis, y, theme);
  }
  panel.context.restore();
  if (last) nameLines(panel.context, last, labels, axis, y, height, theme);
}

function isNear({ endSeconds }: WindowEvent, axis: TimeAxis): boolean {
  return endSeconds >= axis.startSeconds - GAP_SECONDS && endSeconds <= axis.endSeconds + GAP_SECONDS;
}

/** Windows that follow one another without a pause. */
function runsOf(windows: readonly WindowEvent[]): WindowEvent[][] {
  const runs: WindowEvent[][] = [];
  let before = Number.NEGATIVE_INFINITY;
  for (const window of windows) {
    if (window.endSeconds - before > GAP_SECONDS) runs.push([]);
    runs[runs.length - 1].push(window);
    before = window.endSeconds;
  }
  return runs;
}

function drawGrid(
  context: CanvasRenderingContext2D,
  axis: TimeAxis,
  y: (probability: number) => number,
  theme: Theme,
): void {
  context.fillStyle = theme.line;
  for (const probability of [0, 0.5, 1]) context.fillRect(0, Math.round(y(probability)), axis.width, 1);
  context.font = "11px system-ui, sans-serif";
  context.textBaseline = "bottom";
  context.fillStyle = theme.faint;
  context.fillText("50 %", 2, y(0.5) - 1);
}

function drawRun(
  context: CanvasRenderingContext2D,
  run: readonly WindowEvent[],
  label: string,
  axis: TimeAxis,
  y: (probability: number) => number,
  theme: Theme,
): void {
  const { colour, symbol } = theme.emotion(label);
  const points = run.map(({ endSeconds, smoothed }) => [axis.x(endSeconds), y(smoothed[label])] as const);
  context.strokeStyle = colour;
  context.fillStyle = colour;
  context.lineWidth = 2;
  context.lineJoin = "round";
  context.beginPath();
  for (const [x, height] of points) context.lineTo(x, height);
  context.stroke();
  const step = Math.max(
    1,
    Math.round((18 * points.length) / (points[points.length - 1][0] - points[0][0] + 18)),
  );
  points.forEach(([x, height], i) => {
    if ((points.length - 1 - i) % step === 0) {
      drawMarker(context, symbol, x, height, run[i].emotion === label ? 6 : 4);
    }
  });
}

function drawMarker(
  context: CanvasRenderingContext2D,
  symbol: string,
  x: number,
  y: number,
  radius: number,
): void {
  context.translate(x, y);
  context.fill(new Path2D(markerPath(symbol, radius)));
  context.translate(-x, -y);
}

function nameLines(
  context: CanvasRenderingContext2D,
  { smoothed, emotion }: WindowEvent,
  labels: readonly string[],
  axis: TimeAxis,
  y: (probability: number) => number,
  height: number,
  theme: Theme,
): void {
  const places = spreadLabels(
    labels.map((label) => y(smoothed[label])),
    LABEL_HEIGHT,
    height,
  );
  context.textBaseline = "middle";
  labels.forEach((label, i) => {
    const { colour, symbol } = theme.emotion(label);
    context.fillStyle = colour;
    drawMarker(context, symbol, axis.width + 11, places[i], 4);
    context.font = `${label === emotion ? "600 " : ""}12px system-ui, sans-serif`;
    context.fillStyle = label === emotion ? theme.ink : theme.faint;
    context.fillText(label, axis.width + 19, places[i], 64);
  });
}
