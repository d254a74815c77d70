import { languagesOf } from "../../corpus/languages-of";
import type { CheckedCorpus } from "../../corpus/recording";
import { commonLabels } from "../../corpus/selection/common-labels";
import type { LabelMap } from "../../corpus/selection/label-map";
import { mapCorpora } from "../../corpus/selection/map-corpora";
import { percentile } from "../../numbers/percentile";
import { corpusSubject } from "../experiment-subject";
import type { CrossEntry } from "./plan-cross";

/**
 * Corpora as a matrix across them takes them: labels mapped, cut down to those in common, seen
 * through a feature set.
 *
 * @throws InputError where fewer than two labels are common, or the map has a word that no corpus
 *   has
 * ```ts
 * crossEntries([emodb, urdu], "voice-v1")[0].leftOut // { boredom: 81, disgust: 46, fear: 69 }
 * ```
 */
export function crossEntries(
  corpora: readonly CheckedCorpus[],
  features: string,
  map?: LabelMap,
): CrossEntry[] {
  const mapped = map ? mapCorpora(corpora, map) : corpora;
  return commonLabels(mapped).corpora.map(({ corpus, leftOut }) => ({
    subject: corpusSubject(corpus, features),
    languages: languagesOf(corpus),
    levelDb: levelOf(corpus),
    leftOut,
  }));
}

/** The median, which a few shouts do not move. */
function levelOf({ recordings }: CheckedCorpus): number | undefined {
  const levels = recordings.flatMap(({ facts }) => facts.samples?.levelDb ?? []);
  return levels.length > 0
    ? percentile(
        levels.sort((a, b) => a - b),
        0.5,
      )
    : undefined;
}
