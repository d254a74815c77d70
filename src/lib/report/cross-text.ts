import type { LabelMap } from "../corpus/selection/label-map";
import type { CrossCorpusRecord, CrossRecord, CrossScore } from "../runs/cross/cross-record";
import { normalizationInWords } from "../runs/normalization-in-words";
import { markdownTable } from "./markdown-table";
import { rangeText, scoreDigits, signedDigits } from "./score-text";

/**
 * A matrix across corpora as Markdown, which a terminal shows well, too: UAR by training (rows) and
 * test corpus (columns) with its interval over the test speakers, the gap to the score within the
 * tested corpus, then the corpora and what a reader must know.
 */
export function crossText(record: CrossRecord): string {
  const { settings, labels, chance, corpora, matrix, notes } = record;
  const tests = corpora.map(({ name }) => name);
  const gaps = matrix.map(({ train, scores }) => [train, ...scores.map(gapText)]);
  return [
    `# ${settings.features}, ${settings.model} across ${tests.join(", ")}`,
    "",
    `${labels.length} classes in common (${labels.join(", ")}), chance ${scoreDigits(chance)}; ${normalizationInWords(settings.normalize)}.`,
    "",
    `UAR with its 95 % interval over the test speakers. Rows: trained on; columns: tested on. Within a corpus speakers are held out (${settings.folds}).`,
    "",
    ...markdownTable([
      ["trained on", ...tests],
      ...matrix.map(({ train, scores }) => [train, ...scores.map(cellText)]),
    ]),
    "",
    "What is lost: the UAR within the tested corpus minus the one across.",
    "",
    ...markdownTable([["trained on", ...tests], ...gaps]),
    "",
    ...corpora.map((corpus) => `- ${corpusText(corpus)}`),
    ...(settings.map ? [`- labels mapped: ${mapText(settings.map)}.`] : []),
    ...notes.map((note) => `- ${note}`),
  ].join("\n");
}

function cellText(score: CrossScore | null): string {
  if (!score) return "–";
  const text = `${scoreDigits(score.uar.value)} (${rangeText(score.uar.speakers)})`;
  return score.within ? `**${text}**` : text;
}

function gapText(score: CrossScore | null): string {
  if (!score?.gap) return "–";
  const [low, high] = score.gap.speakers.map(signedDigits);
  return `${signedDigits(score.gap.value)} (${low} to ${high})`;
}

function corpusText({
  name,
  recordings,
  speakers,
  emotions,
  languages,
  sampleRate,
  levelDb,
  leftOut,
}: CrossCorpusRecord) {
  const counts = (byEmotion: Readonly<Record<string, number>>) =>
    Object.entries(byEmotion)
      .map(([emotion, count]) => `${count} ${emotion}`)
      .join(", ");
  const facts = [
    `${recordings} recordings of ${speakers} speakers (${counts(emotions)})`,
    languages.length > 0 ? languages.join(" and ") : "language not told",
    ...(sampleRate ? [`${sampleRate} Hz`] : []),
    ...(levelDb === undefined ? [] : [`speech at ${levelDb.toFixed(0)} dB of full scale`]),
  ];
  const left = counts(leftOut);
  return `${name}: ${facts.join(", ")}; ${left ? `left out: ${left}` : "nothing is left out"}.`;
}

/** "Wut is anger, other is left out". */
function mapText({ emotion }: LabelMap): string {
  const said = Object.entries(emotion).map(([word, name]) => `${word} is ${name ?? "left out"}`);
  return said.join(", ");
}
