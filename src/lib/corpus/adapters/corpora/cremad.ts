import { join } from "node:path";
import { readTable, type TableRow } from "../../../disk/read-table";
import type { CorpusTree } from "../../corpus-tree";
import type { Adapter } from "../adapter";
import { namedCorpus } from "../named-corpus";

/** Who the actors are: `ActorID,Age,Sex,Race,Ethnicity`. */
const ACTORS = /(^|\/)VideoDemographics\.csv$/i;

const byName = namedCorpus({
  name: "cremad",
  facts: {
    title: "CREMA-D",
    citation: "Cao et al. 2014",
    language: "English",
    licence: "ODbL",
    source: "https://github.com/CheyneyComputerScience/CREMA-D",
    recordings: 7442,
    speakers: 91,
  },
  pattern: /\/(?<speaker>\d{4})_(?<text>[A-Z]{3})_(?<emotion>[A-Z]{3})_(?<level>LO|MD|HI|XX?)$/i,
  emotions: {
    ANG: "anger",
    DIS: "disgust",
    FEA: "fear",
    HAP: "happiness",
    NEU: "neutral",
    SAD: "sadness",
  },
});

/**
 * `AudioWAV/1001_DFA_ANG_XX.wav`: actor, sentence, emotion, level; the same recordings as MP3 and
 * film are left out. Age and sex of the actors come from `VideoDemographics.csv`, where it is
 * there.
 */
export const cremad: Adapter = {
  ...byName,
  async open(tree, options) {
    const opened = await byName.open(tree, options);
    const actors = actorsOf(tree);
    if (actors.size === 0) return opened;
    const recordings = opened.recordings.map((recording) => ({
      ...recording,
      extra: { ...recording.extra, ...actors.get(recording.speaker) },
    }));
    return { ...opened, recordings };
  },
};

function actorsOf({ root, files }: CorpusTree): ReadonlyMap<string, Record<string, string>> {
  const table = files.find((file) => ACTORS.test(file));
  const rows = table === undefined ? [] : readTable(join(root, table)).rows;
  return new Map(rows.map(({ cells }) => [cells.ActorID, columnsOf(cells)]));
}

/** The table's columns in lower case; the sex also as other corpora call it. */
function columnsOf({ ActorID: _, ...cells }: TableRow["cells"]): Record<string, string> {
  const columns = Object.entries(cells).map(([column, cell]) => [column.toLowerCase(), cell]);
  return { ...Object.fromEntries(columns), gender: (cells.Sex ?? "").toLowerCase() };
}
