import { groupBy } from "../../numbers/group-by";
import type { Labelled } from "../recording";
import { confounding } from "./confounding";
import type { Problem } from "./problem";

type Row = Labelled & Pick<Problem, "row">;

/** A corpus, or a feature table made elsewhere, as far as its rows go. */
interface LabelledRows {
  readonly name: string;
  readonly manifest?: string;
  readonly recordings: readonly Row[];
}

/**
 * What is wrong with a corpus by its rows alone: empty cells, a file listed twice, one speaker only, an emotion with a single recording or
 * speaker, speakers who tell the emotion.
 */
export function labelProblems(corpus: LabelledRows): Problem[] {
  return [
    ...corpus.recordings.flatMap((recording) => emptyCells(corpus, recording)),
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

function emptyCells(corpus: LabelledRows, recording: Row): Problem[] {
  const { file, row } = recording;
  return (["file", "emotion", "speaker"] as const)
    .filter((column) => recording[column] === "")
    .map((column) => ({
      severity: "invalid",
      file,
      row,
      message: `${placeOf(corpus, recording)}: ${column} is empty, every recording needs one; fill it in or remove the row`,
    }));
}

function listedTwice(corpus: LabelledRows): Problem[] {
  const named = corpus.recordings.filter(({ file }) => file !== "");
  return [...groupBy(named, ({ file }) => file)]
    .filter(([, same]) => same.length > 1)
    .map(([file, same]) => ({
      severity: "invalid",
      file,
      row: same[1].row,
      message: `${corpus.manifest} rows ${same.map(({ row }) => row).join(", ")}: ${file} is listed ${same.length} times, each file needs one row; remove the others`,
    }));
}

function tooFewSpeakers({ name, recordings }: LabelledRows): Problem[] {
  const speakers = [...new Set(recordings.map(({ speaker }) => speaker))].filter(Boolean);
  if (speakers.length !== 1) return [];
  return [
    {
      severity: "unsplittable",
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
