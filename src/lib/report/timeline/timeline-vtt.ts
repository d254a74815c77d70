import { html } from "../../html";
import type { Timeline } from "./timeline";

/**
 * A time line as WebVTT: a cue an utterance with the emotion and its probability, so that a player
 * shows them as subtitles.
 *
 * @example
 * const entries = [{ startSeconds: 0.5, endSeconds: 2, emotion: "joy", probabilities: { joy: 1 } }];
 * timelineVtt({ file: "a.wav", durationSeconds: 3, entries })
 * // "WEBVTT\n\n1\n00:00:00.500 --> 00:00:02.000\njoy 1.00\n"
 */
export function timelineVtt({ entries }: Timeline): string {
  const cues = entries.map(({ startSeconds, endSeconds, emotion, probabilities }, i) => {
    const times = `${vttTime(startSeconds)} --> ${vttTime(endSeconds)}`;
    return `\n${i + 1}\n${times}\n${html`${emotion}`} ${probabilities[emotion].toFixed(2)}\n`;
  });
  return `WEBVTT\n${cues.join("")}`;
}

/** Hours, minutes, seconds to the millisecond. */
function vttTime(seconds: number): string {
  const milliseconds = Math.round(seconds * 1000);
  const [hours, minutes] = [Math.floor(milliseconds / 3_600_000), Math.floor(milliseconds / 60_000) % 60];
  const rest = ((milliseconds % 60_000) / 1000).toFixed(3).padStart(6, "0");
  return `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}:${rest}`;
}
