import type { Labelled } from "../corpus/recording";
import { type Markdown, markdown } from "../markdown";
import { trainingLengthOf } from "../models/networks/training-length";

/** More recordings than this are many: a model for every speaker would take hours. */
const many = 1000;
const parts = 5;
/** Networks take as many steps as so many recordings ask for, and see each recording so often. */
const [mostRecordings, fewestEpochs] = [1500, 3];

/**
 * The folds of the chapters: each speaker is left out once; of large corpora with many speakers,
 * several together.
 *
 * @example bookFolds(recordings) // "loso"
 */
export function bookFolds(recordings: readonly Labelled[]): string {
  const speakers = new Set(recordings.map(({ speaker }) => speaker)).size;
  return recordings.length > many && speakers > parts ? `group-${parts}` : "loso";
}

/**
 * How the chapters train a network on a corpus: as it is made for, and on a large corpus over fewer
 * epochs.
 *
 * @returns options for the model; none where they are the usual ones, or it is no network
 * @example bookTraining("cnn", 5000) // { epochs: 9 }
 */
export function bookTraining(model: string, recordings: number): { readonly epochs?: number } {
  const usual = trainingLengthOf(model);
  if (!usual || recordings <= mostRecordings) return {};
  return { epochs: Math.max(fewestEpochs, Math.round((usual.epochs * mostRecordings) / recordings)) };
}

/** What the chapters do otherwise on a large corpus; nothing on others. */
export function bookSizeText(recordings: readonly Labelled[]): Markdown | undefined {
  if (bookFolds(recordings) === "loso") return undefined;
  return markdown`**${recordings.length} recordings are many.** Where the text leaves out one speaker after the other, here each of ${parts} models leaves out the speakers of one of ${parts} parts (\`${bookFolds(recordings)}\`), and networks go over their recordings fewer times.`;
}
