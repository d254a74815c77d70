import type { Labelled } from "../../corpus/recording";
import type { FeatureTable } from "../../dataset/feature-table";
import { sha256 } from "../../disk/sha256";
import type { Row } from "../../features/row";
import { groupBy } from "../../numbers/group-by";
import type { ExperimentSubject } from "../experiment-subject";

/**
 * Corpora side by side, seen as one. Files and speakers get their corpus's name in front, since the
 * same name in both is not the same voice; the column `corpus` tells where a recording is from. All
 * features are taken at the rate of most training recordings, as `ser predict` does with a model
 * that was trained on them.
 *
 * @param train the corpora that are trained on, by the same features
 * @param test the corpus that is tested; one of `train` where it is trained on as well
 * ```ts
 * crossSubject([emodb], urdu).name // "emodb-x-urdu"
 * ```
 */
export function crossSubject(
  train: readonly ExperimentSubject[],
  test: ExperimentSubject,
): ExperimentSubject {
  const parts = train.includes(test) ? train : [...train, test];
  const sampleRate = rateOfMost(train);
  const recordings = parts.flatMap(placed);
  const [{ features, numbers, kind, selection }] = parts;
  return {
    name: parts.map(({ name }) => name).join("-x-"),
    get fingerprint() {
      const all = JSON.stringify(parts.map(({ name, fingerprint }) => [name, fingerprint]));
      return sha256(all).slice(0, 32);
    },
    synthetic: parts.every(({ synthetic }) => synthetic),
    selection,
    recordings,
    notes: parts.flatMap((part) => notesOf(part, parts, sampleRate)),
    features,
    numbers,
    sampleRate,
    kind,
    async table(options) {
      const tables: FeatureTable[] = [];
      for (const part of parts) tables.push(await part.table({ ...options, sampleRate }));
      return { ...tables[0], recordings, rows: tables.flatMap(({ rows }) => rows) };
    },
    async altered(nameOf, options) {
      const rows: Row[] = [];
      for (const part of parts)
        rows.push(
          ...(await part.altered((file) => nameOf(`${part.name}/${file}`), { ...options, sampleRate })),
        );
      return rows;
    },
  };
}

function placed({ name, recordings }: ExperimentSubject): Labelled[] {
  return recordings.map(({ file, speaker, emotion }) => ({
    file: `${name}/${file}`,
    speaker: `${name}/${speaker}`,
    emotion,
    extra: { corpus: name },
  }));
}

/** Of equally frequent rates the lowest; undefined where none is known. */
function rateOfMost(subjects: readonly ExperimentSubject[]): number | undefined {
  const known = subjects.filter(({ sampleRate }) => sampleRate !== undefined);
  const byRate = [...groupBy(known, ({ sampleRate }) => String(sampleRate))].map(([rate, same]) => ({
    rate: Number(rate),
    count: same.reduce((sum, { recordings }) => sum + recordings.length, 0),
  }));
  return byRate.sort((a, b) => b.count - a.count || a.rate - b.rate)[0]?.rate;
}

function notesOf(
  { name, notes, synthetic, sampleRate }: ExperimentSubject,
  parts: readonly ExperimentSubject[],
  wanted: number | undefined,
): string[] {
  const told = [...notes];
  if (synthetic && !parts.every((part) => part.synthetic)) told.push("The recordings are synthetic.");
  if (sampleRate !== wanted)
    told.push(
      `Recorded at ${sampleRate} Hz; features are taken at ${wanted} Hz, as those of the training part.`,
    );
  return told.map((note) => `${name}: ${note}`);
}
