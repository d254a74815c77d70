import { basename } from "node:path";
import { type WorstError, worstErrors } from "../../evaluation/metrics/worst-errors";
import type { Figure } from "../../figures/figure";
import { literalFigure } from "../../figures/literal-figure";
import { confusionFigure } from "../../figures/scores/confusion-figure";
import { uarFigure } from "../../figures/scores/uar-figure";
import { holdsSpeakersOut } from "../../runs/holds-speakers-out";
import { labelOf } from "../../runs/label-of";
import type { Run } from "../../runs/run-files";
import { rangeText, scoreDigits } from "../score-text";

/** A rendered chapter, as the page of results lists it. */
export interface ChapterSummary {
  /** "Support vector machines" */
  readonly title: string;
  /** Address of its page. */
  readonly page: string;
  /** Address of its notebook. */
  readonly notebook: string;
  /** Markdown; undefined where the chapter states none. */
  readonly question?: string;
  readonly answer?: string;
}

/**
 * What only the one who made the results knows; it differs from run to run, so it is never
 * committed.
 */
export interface ResultsMaking {
  readonly command?: string;
  /** ISO 8601. */
  readonly date?: string;
  /** Terms of the recordings, where they are known. */
  readonly licence?: string;
  /** WAV files in Base64, by the recording's file. */
  readonly sounds: Readonly<Record<string, string>>;
}

/** One row of the table of runs. */
interface RunRow {
  readonly label: string;
  readonly uar: string;
  readonly interval: string;
  readonly accuracy: string;
  readonly f1: string;
  /** Address of its predictions. */
  readonly predictions: string;
}

/** All that the page of results says, as plain data: `render.py` gives it its form. */
export interface ResultsSummary {
  readonly name: string;
  readonly about: string;
  readonly synthetic: boolean;
  /** Sentences: the answer, and what limits it. */
  readonly answer: readonly string[];
  readonly best?: string;
  /** On unseen speakers, the best first. */
  readonly honest: readonly RunRow[];
  /** Whose speakers are both in training and in test, or not known. */
  readonly leaking: readonly RunRow[];
  readonly protocols: readonly string[];
  readonly notes: readonly string[];
  readonly figures: { readonly uar?: Figure; readonly confusion?: Figure };
  readonly errors: readonly (WorstError & { readonly percent: string })[];
  readonly chapters: readonly ChapterSummary[];
  /** Addresses of the cards of saved models, by the model's folder. */
  readonly models: Readonly<Record<string, string>>;
  readonly versions: Readonly<Record<string, string>>;
  readonly fingerprints: readonly string[];
  readonly making: ResultsMaking;
}

/** What a summary is made from. */
export interface ResultsParts extends Pick<ResultsSummary, "name" | "chapters" | "models" | "making"> {
  readonly runs: readonly Run[];
}

/** How many errors the page lets one hear. */
const ERRORS = 4;

/**
 * What the page of results says of runs and chapters: the best model on unseen speakers first;
 * pure.
 */
export function resultsSummary({ runs, ...parts }: ResultsParts): ResultsSummary {
  const ranked = [...runs].sort((a, b) => b.record.metrics.uar.value - a.record.metrics.uar.value);
  const honest = ranked.filter(holdsSpeakersOut);
  const best = honest.find(({ record }) => record.settings.model !== "majority");
  const records = ranked.map(({ record }) => record);
  return {
    ...parts,
    about: records[0] ? aboutCorpus(records[0]) : "",
    synthetic: records.some(({ corpus }) => corpus.synthetic),
    answer: answerOf(honest, best),
    ...(best && { best: labelOf(best) }),
    honest: honest.map(rowOf),
    leaking: ranked.filter((run) => !holdsSpeakersOut(run)).map(rowOf),
    protocols: unique(records.map(({ protocol }) => protocol)),
    notes: unique(records.flatMap(({ notes }) => notes)),
    figures: best ? figuresOf(honest, best) : {},
    errors: best ? worstErrors(best.predictions, best.record.confusion.labels, ERRORS).map(withPercent) : [],
    versions: Object.assign({}, ...records.map(({ versions }) => versions)),
    fingerprints: unique(records.map(({ corpus }) => corpus.fingerprint)),
  };
}

const unique = (texts: readonly string[]) => [...new Set(texts)];

function aboutCorpus({ corpus }: Run["record"]): string {
  const voices = corpus.synthetic ? "synthetic voices" : "recorded voices";
  const emotions = Object.entries(corpus.emotions).map(([emotion, count]) => `${emotion} ${count}`);
  return `${corpus.recordings} recordings of ${corpus.speakers} speakers (${voices}): ${emotions.join(", ")}.`;
}

function answerOf(honest: readonly Run[], best: Run | undefined): string[] {
  if (!best) return ["There is no run on unseen speakers yet."];
  const { settings, confusion } = best.record;
  const chance = scoreDigits(1 / confusion.labels.length);
  const first = `On speakers that it had not heard, ${scored(best)}; chance is ${chance}.`;
  if (settings.normalize === "train") return [first];
  const plain = honest.find(({ record }) => record.settings.normalize === "train");
  const help = "It knows other recordings of each speaker, without their labels.";
  return [first, plain ? `${help} Without them, ${scored(plain)}.` : help];
}

function scored(run: Run): string {
  const { value, speakers } = run.record.metrics.uar;
  return `${labelOf(run)} reaches a UAR of ${scoreDigits(value)} (95 % over speakers ${rangeText(speakers)})`;
}

function rowOf(run: Run): RunRow {
  const { uar, accuracy, macroF1 } = run.record.metrics;
  return {
    label: labelWithMembers(run),
    uar: scoreDigits(uar.value),
    interval: rangeText(uar.speakers),
    accuracy: scoreDigits(accuracy.value),
    f1: scoreDigits(macroF1.value),
    predictions: `runs/${basename(run.folder)}/predictions.csv`,
  };
}

/** How many networks decide together, too, which no chapter tells here. */
function labelWithMembers(run: Run): string {
  const { members } = run.record.settings.options;
  return members === undefined ? labelOf(run) : `${labelOf(run)}, members ${members}`;
}

/** As the page shows them: Plotly itself would take a label for markup. */
function figuresOf(honest: readonly Run[], best: Run): Record<string, Figure> {
  return { uar: literalFigure(scoresFigure(honest)), confusion: literalFigure(confusionFigure(best)) };
}

function scoresFigure(runs: readonly Run[]): Figure {
  const byLabel = Object.fromEntries(runs.map((run) => [labelWithMembers(run), run]));
  return uarFigure(byLabel, "Models on unseen speakers");
}

function withPercent(decision: WorstError) {
  return { ...decision, percent: `${(100 * decision.probability).toFixed(0)} %` };
}
