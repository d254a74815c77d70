import type { Session } from "../session";
import type { Panel } from "./panel";
import type { Theme } from "./theme";
import type { TimeAxis } from "./time-axis";

/**
 * A ribbon wherever speech was found, in the colour of its decision, which stands there in words
 * where there is room.
 *
 * @param live whether the gutter tells of this moment
 */
export function drawSpeech(
  panel: Panel,
  session: Session,
  axis: TimeAxis,
  theme: Theme,
  live: boolean,
): void {
  const { height } = panel.clear();
  const { context } = panel;
  context.font = "12px system-ui, sans-serif";
  context.textBaseline = "middle";
  context.fillStyle = theme.faint;
  context.fillText(live && !session.speaking ? "no speech" : "speech", axis.width + 8, height / 2);
  context.fillStyle = theme.line;
  context.fillRect(0, height / 2, axis.width, 1);
  for (const { startSeconds, endSeconds = session.seconds } of session.speech) {
    const [left, right] = [Math.max(0, axis.x(startSeconds)), Math.min(axis.width, axis.x(endSeconds))];
    if (right <= 0 || left >= axis.width) continue;
    const said = session.utterances.find((utterance) => utterance.startSeconds === startSeconds);
    const emotion = said && session.toldOf(said).emotion;
    context.fillStyle = emotion ? theme.emotion(emotion).colour : theme.accent;
    context.beginPath();
    context.roundRect(left, 2, Math.max(2, right - left), height - 4, 4);
    context.fill();
    if (said) write(context, emotion ?? "not sure", left, right, height, theme);
  }
}

function write(
  context: CanvasRenderingContext2D,
  text: string,
  left: number,
  right: number,
  height: number,
  theme: Theme,
): void {
  if (context.measureText(text).width + 12 > right - left) return;
  context.fillStyle = theme.ground;
  context.fillText(text, left + 6, height / 2 + 0.5);
}
