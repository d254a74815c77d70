import type { GuessedPlace, TreeGuess } from "../../corpus/guess/guess-tree";

/** More values of a place are not shown. */
const SHOWN = 12;

/** What was guessed of an unknown tree, as lines for a terminal. */
export function guessText({ root, emotion, speaker, split, rows }: TreeGuess): string {
  return [
    `${root}: ${rows.length} sounds, named as no known corpus or form; what their paths seem to tell:`,
    placeText("emotion", emotion, "no part of the paths has words for emotions; fill the column in"),
    placeText(
      "speaker",
      speaker,
      "no part of the paths tells voices apart; fill the column in, or see --speaker-from",
    ),
    ...(split ? [placeText("split", split, "")] : []),
    `${rows[0].file}: emotion ${rows[0].emotion || "?"}, speaker ${rows[0].speaker || "?"}`,
  ].join("\n");
}

function placeText(what: string, place: GuessedPlace | undefined, otherwise: string): string {
  if (!place) return `${what}: ${otherwise}`;
  const shown = place.counts.slice(0, SHOWN).map(([value, count]) => `${value} (${count})`);
  const rest = place.counts.length - shown.length;
  return `${what}: ${place.words}: ${shown.join(", ")}${rest > 0 ? `, and ${rest} more` : ""}`;
}
