import { percent } from "../../numbers/percent";
import type { CheckedRecording, Corpus, Recording } from "../recording";
import { confounding } from "./confounding";
import type { Problem } from "./problem";
import { ratesInWords, sampleRatesOf } from "./sample-rates";

/**
 * Knowing the rate is said to tell the emotion where it lifts the accuracy of a guess by this much.
 */
const tellingLift = 0.1;

/**
 * What is wrong with the sample rates of a corpus: several of them.
 *
 * @param known its readable recordings
 */
export function rateProblems(corpus: Pick<Corpus, "name">, known: readonly CheckedRecording[]): Problem[] {
  const found = sampleRatesOf(known);
  if (found.counts.size < 2) return [];
  const message = `${corpus.name}: ${ratesInWords(found)}${tellingRate(known, found.rates)}; better resample all files to the lowest rate`;
  return [{ severity: "suspicious", message }];
}

/** How far the rate tells the emotion, where it does: as `confounding` measures it of speakers. */
function tellingRate(recordings: readonly Recording[], rates: readonly number[]): string {
  const byRate = recordings.map((recording, i) => ({ ...recording, speaker: String(rates[i]) }));
  const { speakerGuess: rateGuess, majorityGuess } = confounding(byRate);
  if (rateGuess - majorityGuess < tellingLift) return "";
  return (
    `; the rate alone tells the emotion of ${percent(rateGuess)} of the recordings (the most frequent emotion: ${percent(majorityGuess)}), ` +
    "so models may learn how something was recorded"
  );
}
