import { InputError, UsageError } from "../../check";
import type { Labelled } from "../../corpus/recording";
import { columnFolds, isColumnSpec, speakerTextFolds } from "./column-folds";
import type { Fold } from "./fold";
import { foldOf, sortedSpeakers } from "./fold-of";
import { foldsFromFile, isFoldsFile } from "./folds-from-file";
import { groupKFold } from "./group-k-fold";
import { officialFolds } from "./official-folds";
import { randomKFold } from "./random-k-fold";
import { repeatedGroupFolds } from "./repeated-group-folds";
import { stratifiedGroupKFold } from "./stratified-group-k-fold";

const USAGE =
  "loso, group-K, group-KxREPEATS, stratified-group-K, official, column:NAME, speaker+text, FILE.json or random-K (which leaks speakers)";

/**
 * Splits recordings into folds.
 *
 * @param spec `loso` (leave one speaker out), `group-5`, `stratified-group-5` (whole speakers, as
 *   scikit-learn's GroupKFold and StratifiedGroupKFold), `group-5x10` (ten times five folds of
 *   whole speakers, drawn anew), `official` (the corpus's own, from a column `fold` or `split`),
 *   `column:NAME` (each of its values is tested once), `speaker+text` (neither the speaker nor the
 *   text is trained on), `FILE.json`, or `random-5` (stratified by emotion, **leaks speakers**: the
 *   same voice is in training and test).
 * @param seed Only `random-K` and `group-KxREPEATS` use it.
 * @throws UsageError for another spec; InputError when the recordings do not allow it (more folds
 *   than speakers, say, or a training part of one emotion).
 *
 * @example makeFolds("loso", recordings, 0).map(({ name }) => name) // ["ann", "ben", "cem", "dia"]
 */
export function makeFolds(spec: string, recordings: readonly Labelled[], seed: number): Fold[] {
  const folds = split(spec, recordings, seed);
  for (const fold of folds) checkLearnable(fold, recordings);
  return folds;
}

function split(spec: string, recordings: readonly Labelled[], seed: number): Fold[] {
  if (spec === "loso") return leaveOneSpeakerOut(recordings);
  if (isColumnSpec(spec))
    return spec === "speaker+text"
      ? speakerTextFolds(recordings)
      : columnFolds(spec.slice("column:".length), recordings);
  if (spec === "official") return officialFolds(recordings);
  if (isFoldsFile(spec)) return foldsFromFile(spec, recordings);
  const match = /^(group|stratified-group|random)-(\d+)(?:x(\d+))?$/.exec(spec);
  const k = Number(match?.[2]);
  const repeats = match?.[3] === undefined ? undefined : Number(match[3]);
  const repeatable = repeats === undefined || (match?.[1] === "group" && repeats > 0);
  if (!match || k < 2 || !repeatable)
    throw new UsageError(`folds="${spec}" must be ${USAGE}, with K of 2 or more`);
  if (repeats !== undefined) return repeatedGroupFolds(recordings, { folds: k, repeats }, seed);
  if (match[1] === "group") return groupKFold(recordings, k);
  if (match[1] === "stratified-group") return stratifiedGroupKFold(recordings, k);
  return randomKFold(recordings, k, seed);
}

/**
 * Refuses a training part without anything to tell apart, unless the recordings have none at all.
 */
function checkLearnable({ name, train }: Fold, recordings: readonly Labelled[]): void {
  const emotions = new Set(train.map((i) => recordings[i].emotion));
  if (emotions.size !== 1 || recordings.every(({ emotion }) => emotions.has(emotion))) return;
  throw new InputError(
    `fold "${name}": all ${train.length} recordings of its training part are "${[...emotions][0]}", a model needs two emotions or more; add recordings or take other folds`,
  );
}

function leaveOneSpeakerOut(recordings: readonly Labelled[]): Fold[] {
  const speakers = sortedSpeakers(recordings, 2);
  return speakers.map((speaker) => foldOf(speaker, recordings, (i) => recordings[i].speaker === speaker));
}
