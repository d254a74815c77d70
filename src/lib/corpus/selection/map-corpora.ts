import { InputError } from "../../check";
import type { Corpus } from "../recording";
import { applyLabelMap } from "./apply-label-map";
import type { LabelMap, Renaming } from "./label-map";

/**
 * Renames the emotions of several corpora by one map; each corpus needs to have only some of its
 * words.
 *
 * @throws InputError for a word that none of the corpora has, or a map of speakers
 */
export function mapCorpora<C extends Corpus>(corpora: readonly C[], map: LabelMap): C[] {
  if (Object.keys(map.speaker).length > 0)
    throw new InputError("label map: across corpora only emotions are mapped, it has speakers");
  const known = corpora.map(({ recordings }) => new Set(recordings.map(({ emotion }) => emotion)));
  const stranger = Object.keys(map.emotion).find((word) => !known.some((words) => words.has(word)));
  if (stranger !== undefined) {
    const all = [...new Set(known.flatMap((words) => [...words]))].sort();
    throw new InputError(
      `label map: no recording has the emotion "${stranger}"; there are ${all.join(", ")}`,
    );
  }
  return corpora.map((corpus, i) => {
    const emotion = Object.entries(map.emotion).filter(([word]) => known[i].has(word));
    return mapped(corpus, Object.fromEntries(emotion));
  });
}

function mapped<C extends Corpus>(corpus: C, emotion: Renaming): C {
  const { recordings, notes } = applyLabelMap(corpus.recordings, { emotion, speaker: {} });
  return { ...corpus, recordings, notes: [...(corpus.notes ?? []), ...notes] };
}
