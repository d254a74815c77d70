import { groupBy } from "../../numbers/group-by";
import type { Labelled } from "../recording";
import type { Selection } from "../selection/selection";
import { isMissing } from "../words/is-missing";
import { confounding } from "./confounding";
import type { Problem } from "./problem";
import { spellingProblems } from "./spelling-problems";

type Row = Labelled & Pick<Problem, "row">;

/** A corpus, or a feature table made elsewhere, as far as its rows go. */
interface LabelledRows {
  readonly name: string;
  readonly selection?: Selection;
  readonly manifest?: string;
  readonly recordings: readonly Row[];
}

const NO_SPEAKERS =
  "nobody tells who speaks, so nothing can be evaluated on unseen speakers; add a column speaker, name them by --speaker-from " +
  "(a regular expression, folder, or file where each file has a speaker of its own), or take --folds random-5, which leaks speakers and says so";

/**
 * What is wrong with a corpus by its rows alone: empty cells, missing and doubtful words, a file
 * listed twice, one speaker only, an emotion with a single recording or speaker, speakers who tell
 * the emotion.
 */
export function labelProblems(corpus: LabelledRows): Problem[] {
  return [
    ...emptyCells(corpus),
    ...missingWords(corpus),
    ...spellingProblems(corpus),
    ...listedTwice(corpus),
    ...tooFewSpeakers(corpus),
    ...tooFewRecordings(corpus),
    ...emotionsOfOneSpeaker(corpus),
    ...confoundedSpeakers(corpus),
  ];
}

function confoundedSpeakers({ name, recordings }: LabelledRows): Problem[] {
  const { warning } = confounding(recordings);
  return warning === undefined ? [] : [{ severity: "suspicious", message: `${name}: ${warning}` }];
}

function emptyCells(corpus: LabelledRows): Problem[] {
  const needed = knowsSpeakers(corpus)
    ? (["file", "emotion", "speaker"] as const)
    : (["file", "emotion"] as const);
  return corpus.recordings.flatMap((recording) =>
    needed
      .filter((column) => recording[column] === "")
      .map((column) => ({
        severity: "invalid" as const,
        file: recording.file,
        row: recording.row,
        message: `${placeOf(corpus, recording)}: ${column} is empty, every recording needs one; fill it in or remove the row`,
      })),
  );
}

/**
 * Words that say that nothing is known are no emotion and no speaker, unless a label map means
 * them.
 */
function missingWords({ name, recordings, selection }: LabelledRows): Problem[] {
  return (["emotion", "speaker"] as const).flatMap((column) => {
    const meant = Object.values(selection?.map?.[column] ?? {});
    const words = recordings.map((recording) => recording[column]);
    const missing = words.filter((word) => word !== "" && isMissing(word) && !meant.includes(word));
    return [...groupBy(missing, (word) => word)].map(([word, same]) => ({
      severity: "unsplittable" as const,
      message: `${name}: ${same.length} recordings have the ${column} "${word}", which says that it is missing; fill it in, or leave them out by --map labels.json with ${leaveOut(column, word)}`,
    }));
  });
}

function leaveOut(column: "emotion" | "speaker", word: string): string {
  return JSON.stringify(column === "emotion" ? { [word]: null } : { speaker: { [word]: null } });
}

/** Whether the speakers of a corpus are told at all. */
function knowsSpeakers({ recordings }: LabelledRows): boolean {
  return recordings.some(({ speaker }) => speaker !== "");
}

function listedTwice(corpus: LabelledRows): Problem[] {
  const named = corpus.recordings.filter(({ file }) => file !== "");
  return [...groupBy(named, ({ file }) => file)]
    .filter(([, same]) => same.length > 1)
    .map(([file, same]) => ({
      severity: "invalid",
      file,
      row: same[1].row,
      message: `${rowsOf(corpus, same)}: ${file} is listed ${same.length} times, each file needs one row; remove the others`,
    }));
}

/** Where a corpus has several tables, rows are not told. */
function rowsOf({ name, manifest }: LabelledRows, same: readonly Row[]): string {
  return manifest === undefined ? name : `${manifest} rows ${same.map(({ row }) => row).join(", ")}`;
}

function tooFewSpeakers(corpus: LabelledRows): Problem[] {
  const { name, recordings } = corpus;
  if (!knowsSpeakers(corpus)) return [{ severity: "speakerless", message: `${name}: ${NO_SPEAKERS}` }];
  const speakers = [...new Set(recordings.map(({ speaker }) => speaker))].filter(Boolean);
  if (speakers.length !== 1) return [];
  return [
    {
      severity: "speakerless",
      message: `${name}: all ${recordings.length} recordings are of one speaker (${speakers[0]}), evaluation over unseen speakers needs two or more; add speakers`,
    },
  ];
}

function tooFewRecordings({ name, recordings }: LabelledRows): Problem[] {
  const emotions = groupBy(recordings, ({ emotion }) => emotion);
  emotions.delete("");
  if (emotions.size === 1) {
    const [only] = emotions.keys();
    const message = `${name}: all recordings have one emotion (${only}), a classifier needs two or more; add others`;
    return [{ severity: "unsplittable", message }];
  }
  return [...emotions]
    .filter(([, same]) => same.length === 1)
    .map(([emotion, [{ file, row }]]) => ({
      severity: "unsplittable",
      file,
      row,
      message: `${name}: emotion "${emotion}" has a single recording (${file}), it cannot be both trained on and tested; add more or leave it out`,
    }));
}

function emotionsOfOneSpeaker({ name, recordings }: LabelledRows): Problem[] {
  const complete = recordings.filter(({ emotion, speaker }) => emotion !== "" && speaker !== "");
  if (speakersOf(complete).length < 2) return [];
  return [...groupBy(complete, ({ emotion }) => emotion)]
    .filter(([, same]) => same.length > 1 && speakersOf(same).length === 1)
    .map(([emotion, same]) => ({
      severity: "suspicious",
      message: `${name}: all ${same.length} recordings of emotion "${emotion}" are of one speaker (${same[0].speaker}), so a model that is tested on unseen speakers can never have learned it; add speakers or leave it out`,
    }));
}

function speakersOf(recordings: readonly Row[]): string[] {
  return [...new Set(recordings.map(({ speaker }) => speaker))];
}

function placeOf({ manifest }: LabelledRows, { file, row }: Row): string {
  return row === undefined ? file : `${manifest} row ${row}`;
}
