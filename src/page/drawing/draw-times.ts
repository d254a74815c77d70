import { timeText } from "../time-text";
import type { Panel } from "./panel";
import type { Theme } from "./theme";
import type { TimeAxis } from "./time-axis";

/** The axis of time below the panels. */
export function drawTimes(panel: Panel, axis: TimeAxis, theme: Theme): void {
  panel.clear();
  const { context } = panel;
  context.font = "12px system-ui, sans-serif";
  context.textBaseline = "top";
  for (const seconds of axis.ticks()) {
    const x = Math.round(axis.x(seconds));
    context.fillStyle = theme.line;
    context.fillRect(Math.min(x, axis.width - 1), 0, 1, 5);
    context.fillStyle = theme.faint;
    context.textAlign = x < 10 ? "left" : x > axis.width - 10 ? "right" : "center";
    context.fillText(timeText(seconds), x, 7);
  }
  context.textAlign = "left";
}
