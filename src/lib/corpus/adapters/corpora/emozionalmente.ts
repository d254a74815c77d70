import { basename, dirname, join } from "node:path";
import { readTable, type TableRow } from "../../../disk/read-table";
import type { Recording } from "../../recording";
import { commonName } from "../../words/emotion-words";
import type { Adapter } from "../adapter";
import { soundsByStem } from "../sounds-by-stem";

const SAMPLES = /(^|\/)metadata\/samples\.csv$/;

/**
 * `audio/<13 digits>.wav`, told by `metadata/samples.csv` (emotion, actor, sentence) and
 * `metadata/users.csv` (gender, age).
 */
export const emozionalmente: Adapter = {
  name: "emozionalmente",
  about: {
    title: "Emozionalmente",
    citation: "Catania et al. 2025",
    language: "Italian",
    licence: "CC BY 4.0",
    source: "https://doi.org/10.5281/zenodo.6569824",
    recordings: 6902,
    speakers: 431,
    labels: ["anger", "disgust", "fear", "happiness", "neutral", "sadness", "surprise"],
  },
  finds: ({ files, sounds }) => (files.some((file) => SAMPLES.test(file)) ? sounds : []),
  open({ root, files, sounds }) {
    const samples = files.find((file) => SAMPLES.test(file))!;
    const users = files.find((file) => file === join(dirname(samples), "users.csv"));
    const people = new Map(
      (users ? readTable(join(root, users)).rows : []).map(({ cells }) => [cells.username, cells]),
    );
    const byStem = soundsByStem(sounds);
    const recordings = readTable(join(root, samples)).rows.map((row) => {
      const file =
        byStem.get(basename(row.cells.file_name).replace(/\.\w+$/, ""))?.[0] ??
        `audio/${row.cells.file_name}`;
      return recordingOf(root, file, row, people.get(row.cells.actor));
    });
    return { root, recordings, manifest: "samples.csv" };
  },
};

function recordingOf(
  root: string,
  file: string,
  { row, cells }: TableRow,
  person: TableRow["cells"] = {},
): Recording {
  const { actor, sentence, emotion_expressed: original } = cells;
  const emotion = original === "joy" ? "happiness" : (commonName(original) ?? original);
  const about = Object.fromEntries(Object.entries(person).filter(([column]) => column !== "username"));
  return {
    file,
    path: join(root, file),
    speaker: actor,
    emotion,
    extra: { original, text: sentence, ...about },
    row,
  };
}
