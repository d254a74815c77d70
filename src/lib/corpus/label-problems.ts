import { confounding } from "./confounding";
import { groupBy } from "./group-by";
import type { Problem } from "./problem";
import type { Corpus, Recording } from "./recording";

/** What is wrong with a corpus by its rows alone: empty cells, a file listed twice, one speaker only, an emotion with a single recording, speakers who tell the emotion. */
export function labelProblems(corpus: Corpus): Problem[] {
  return [
    ...corpus.recordings.flatMap((recording) => emptyCells(corpus, recording)),
    ...listedTwice(corpus),
    ...tooFewSpeakers(corpus),
    ...tooFewRecordings(corpus),
    ...confoundedSpeakers(corpus),
  ];
}

function confoundedSpeakers({ name, recordings }: Corpus): Problem[] {
  const { warning } = confounding(recordings);
  return warning === undefined ? [] : [{ severity: "suspicious", message: `${name}: ${warning}` }];
}

function emptyCells(corpus: Corpus, recording: Recording): Problem[] {
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

function listedTwice(corpus: Corpus): Problem[] {
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

function tooFewSpeakers({ name, recordings }: Corpus): Problem[] {
  const speakers = [...new Set(recordings.map(({ speaker }) => speaker))].filter(Boolean);
  if (speakers.length !== 1) return [];
  return [
    {
      severity: "unsplittable",
      message: `${name}: all ${recordings.length} recordings are of one speaker (${speakers[0]}), evaluation over unseen speakers needs two or more; add speakers`,
    },
  ];
}

function tooFewRecordings({ name, recordings }: Corpus): Problem[] {
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

function placeOf({ manifest }: Corpus, { file, row }: Recording): string {
  return row === undefined ? file : `${manifest} row ${row}`;
}
