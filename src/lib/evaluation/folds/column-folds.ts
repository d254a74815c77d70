import { InputError } from "../../check";
import type { Labelled } from "../../corpus/recording";
import type { Fold } from "./fold";
import { foldOf, sortedSpeakers } from "./fold-of";

/**
 * Whether a spec of folds goes by a column of the corpus, which can change while the spec stays.
 */
export function isColumnSpec(spec: string): boolean {
  return /^column:./.test(spec) || spec === "speaker+text";
}

/**
 * Each value of a column is tested once by a model that was trained on the others: by `text`, the
 * words that are tested are not among those trained on.
 *
 * @throws InputError where there is no such column, a recording has no value, or all have the same
 * @example columnFolds("fold", recordings).map(({ name }) => name) // ["1", "2"]
 */
export function columnFolds(column: string, recordings: readonly Labelled[]): Fold[] {
  const values = valuesOf(column, recordings);
  const names = [...new Set(values)].sort();
  return names.map((name) => foldOf(name, recordings, (i) => values[i] === name));
}

/**
 * Each speaker's recordings of each text, by a model that was trained on other speakers and other
 * texts.
 *
 * @throws InputError as `columnFolds`, and where there is a single speaker
 * ```ts
 * speakerTextFolds(recordings).length // 8
 * ```
 */
export function speakerTextFolds(recordings: readonly Labelled[]): Fold[] {
  const texts = valuesOf("text", recordings);
  return sortedSpeakers(recordings, 2).flatMap((speaker) => {
    const isOf = (i: number) => recordings[i].speaker === speaker;
    const own = [...new Set(texts.filter((_, i) => isOf(i)))].sort();
    return own.map((text) => {
      const fold = foldOf(`${speaker} ${text}`, recordings, (i) => isOf(i) && texts[i] === text);
      return { ...fold, train: fold.train.filter((i) => !isOf(i) && texts[i] !== text) };
    });
  });
}

function valuesOf(column: string, recordings: readonly Labelled[]): string[] {
  const columns = Object.keys(recordings[0]?.extra ?? {});
  if (!columns.includes(column)) {
    const known = columns.length > 0 ? `there are ${columns.join(", ")}` : "it has no further columns";
    throw new InputError(`folds by column: the corpus has no column "${column}"; ${known}`);
  }
  const values = recordings.map(({ extra }) => extra?.[column] ?? "");
  const empty = values.indexOf("");
  if (empty >= 0)
    throw new InputError(`folds by column: ${recordings[empty].file} has an empty "${column}"; fill it in`);
  if (new Set(values).size < 2)
    throw new InputError(`folds by column: "${column}" is "${values[0]}" everywhere; two values are needed`);
  return values;
}
