import type { OtherDecision } from "../lib/live/live-event";
import type { Session } from "./session";

/** What another model decides, for a row of a table: "sadness 61 %", "not sure (sadness 30 %)". */
export function otherCell({ emotion, probabilities }: OtherDecision): string {
  const [likeliest] = Object.keys(probabilities).sort((a, b) => probabilities[b] - probabilities[a]);
  const percent = `${Math.round(100 * probabilities[likeliest])} %`;
  return emotion ? `${emotion} ${percent}` : `not sure (${likeliest} ${percent})`;
}

/** What the other models say beside the decision in large letters; empty where there are none. */
export function othersSentence({ utterances, toldOthers }: Session): string {
  const last = utterances[utterances.length - 1];
  return (toldOthers ?? last?.others ?? []).map((other) => `${other.model}: ${otherCell(other)}`).join("; ");
}
