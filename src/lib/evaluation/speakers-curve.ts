import type { FeatureTable } from "../dataset/feature-table";
import { createModel } from "../models/create-model";
import { Normalizer } from "../models/normalization/normalizer";
import { random } from "../numbers/random";
import { uar } from "./metrics/uar";
import type { ModelSettings } from "./model-settings";

/** What is reached on new speakers after learning from so many. */
export interface SpeakersPoint {
  readonly speakers: number;
  /**
   * Over the recordings of all that are left out, each decided by a model that never heard theirs.
   */
  readonly uar: number;
}

/** So many voices tell the curve; a fit for each of a thousand would take hours. */
const mostLeftOut = 40;

/**
 * The UAR on new speakers by the number of speakers that the model learned from: each speaker is
 * left out once (of more than 40 speakers 40 drawn ones), and of the others the first few of a
 * drawn order teach.
 *
 * @param counts how many; those above the number of other speakers are left out
 */
export async function speakersCurve(
  table: FeatureTable,
  settings: ModelSettings,
  counts: readonly number[],
  onProgress?: (done: number, total: number) => void,
): Promise<SpeakersPoint[]> {
  const all = [...new Set(table.recordings.map(({ speaker }) => speaker))].sort();
  const possible = counts.filter((count) => count < all.length);
  const drawn = random(`${settings.seed} left out`).shuffle([...all]);
  const tested = all.length > mostLeftOut ? drawn.slice(0, mostLeftOut) : all;
  const points: SpeakersPoint[] = [];
  for (const [i, speakers] of possible.entries()) {
    const decided: { emotion: string; predicted: string }[] = [];
    for (const leftOut of tested) {
      const others = all.filter((one) => one !== leftOut);
      const teachers = new Set(random(`${settings.seed} ${leftOut}`).shuffle(others).slice(0, speakers));
      const train = indicesOf(table, (speaker) => teachers.has(speaker));
      const test = indicesOf(table, (speaker) => speaker === leftOut);
      decided.push(...(await decide(table, train, test, settings)));
    }
    const [meant, heard] = [decided.map((one) => one.emotion), decided.map((one) => one.predicted)];
    points.push({ speakers, uar: uar(meant, heard) });
    onProgress?.(i + 1, possible.length);
  }
  return points;
}

function indicesOf({ recordings }: FeatureTable, keep: (speaker: string) => boolean): number[] {
  return [...recordings.keys()].filter((i) => keep(recordings[i].speaker));
}

async function decide(
  { rows, recordings }: FeatureTable,
  train: readonly number[],
  test: readonly number[],
  settings: ModelSettings,
) {
  // Labels are compared, not probabilities: nothing is searched or calibrated, which one speaker
  // could not do.
  const normalizer = Normalizer.fit(
    train.map((i) => rows[i]),
    settings,
  );
  const classifier = await createModel(settings.model, settings.options);
  const normalized = (of: readonly number[]) => of.map((i) => normalizer.apply(rows[i]));
  const speakers = train.map((i) => recordings[i].speaker);
  const labels = train.map((i) => recordings[i].emotion);
  await classifier.fit(normalized(train), labels, { seed: settings.seed, speakers });
  const decisions = await classifier.predict(normalized(test));
  return decisions.map(({ label }, k) => ({ emotion: recordings[test[k]].emotion, predicted: label }));
}
