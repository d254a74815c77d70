import type { Labelled } from "../../corpus/recording";
import type { GroupGap, GroupScores } from "../../models/saved/group-scores-by";
import { groupBy } from "../../numbers/group-by";
import { percentile } from "../../numbers/percentile";
import { random } from "../../numbers/random";
import type { OutOfFoldPrediction } from "../evaluation";
import { uarOfCounts } from "../metrics/uar";
import { bootstrap, percentileInterval, RESAMPLES } from "../significance/bootstrap";
import { type CountedUnit, countBySpeaker, sumCounts } from "../significance/resampled-counts";
import { checkColumn } from "./check-column";

/** A group of fewer speakers says nothing of the next one, and takes no part in the gap. */
const FEWEST_SPEAKERS = 3;

/** The speakers of one group as what they add to the confusion counts. */
interface Group {
  readonly name: string;
  readonly recordings: number;
  readonly units: readonly CountedUnit[];
}

/**
 * UAR by each value of a column, the gap between the best and the worst group with its interval
 * over the speakers, and the gap that a fair model would show by chance: group names are dealt out
 * anew over the speakers, 2000 times.
 *
 * @param recordings that tell the column in `extra`, by the files of the predictions
 * @param labels of truths and decisions
 * @throws UsageError for a column that the corpus does not have
 */
export function describeGroups(
  predictions: readonly OutOfFoldPrediction[],
  recordings: readonly Labelled[],
  column: string,
  { labels, seed }: { readonly labels: readonly string[]; readonly seed: number },
): GroupScores {
  const values = valuesOf(recordings, column);
  const nameOf = ({ file }: OutOfFoldPrediction) => values.get(file) || "not told";
  const groups = [...groupBy(predictions, nameOf)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, own]): Group => ({ name, recordings: own.length, units: countBySpeaker(own, labels) }));
  const large = groups.filter(({ name, units }) => name !== "not told" && units.length >= FEWEST_SPEAKERS);
  const score = (units: readonly CountedUnit[], drawn: Uint32Array) =>
    uarOfCounts(sumCounts(units, drawn, labels.length));
  return {
    column,
    groups: groups.map(({ name, recordings: count, units }) => ({
      name,
      speakers: units.length,
      recordings: count,
      uar: {
        value: score(units, everyOne(units)),
        speakers: percentileInterval(
          bootstrap(units.length, `group ${name}`, seed, (drawn) => score(units, drawn)),
        ),
      },
    })),
    ...(large.length > 1 && { gap: gapOf(large, score, seed) }),
    notes: notesOf(groups, large, predictions),
  };
}

type Score = (units: readonly CountedUnit[], drawn: Uint32Array) => number;

function valuesOf(recordings: readonly Labelled[], column: string): Map<string, string> {
  checkColumn(recordings, column);
  return new Map(recordings.map(({ file, extra }) => [file, extra?.[column] ?? ""]));
}

function everyOne(units: readonly CountedUnit[]): Uint32Array {
  return Uint32Array.from(units, (_, i) => i);
}

function gapOf(groups: readonly Group[], score: Score, seed: number): GroupGap {
  const scores = groups.map(({ units }) => score(units, everyOne(units)));
  const [highest, lowest] = [Math.max(...scores), Math.min(...scores)];
  const [best, worst] = [groups[scores.indexOf(highest)], groups[scores.lastIndexOf(lowest)]];
  const drawnScores = ({ name, units }: Group) =>
    bootstrap(units.length, `group ${name}`, seed, (drawn) => score(units, drawn));
  const [ofBest, ofWorst] = [drawnScores(best), drawnScores(worst)];
  const value = highest - lowest;
  return {
    best: best.name,
    worst: worst.name,
    value,
    speakers: percentileInterval(ofBest.map((uar, i) => uar - ofWorst[i])),
    byChance: chanceOf(groups, score, value, seed),
  };
}

/** The gaps between groups of the same sizes whose speakers are dealt out at random. */
function chanceOf(groups: readonly Group[], score: Score, value: number, seed: number): GroupGap["byChance"] {
  const all = groups.flatMap(({ units }) => units);
  const source = random(`${seed} groups dealt out`);
  const gaps = Float64Array.from({ length: RESAMPLES }, () => {
    const order = source.shuffle([...all.keys()]);
    let next = 0;
    const scores = groups.map(({ units }) => {
      next += units.length;
      return score(all, Uint32Array.from(order.slice(next - units.length, next)));
    });
    return Math.max(...scores) - Math.min(...scores);
  }).sort();
  const asLarge = gaps.filter((gap) => gap >= value - 1e-12).length;
  return {
    mean: gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length,
    most: percentile(gaps, 0.95),
    p: (asLarge + 1) / (gaps.length + 1),
  };
}

function notesOf(
  groups: readonly Group[],
  large: readonly Group[],
  predictions: readonly OutOfFoldPrediction[],
): string[] {
  const small = groups.filter((group) => !large.includes(group));
  const told = small.map(({ name, units }) => `${name} (${units.length})`).join(", ");
  const speakers = new Set(predictions.map(({ speaker }) => speaker)).size;
  const units = groups.reduce((sum, group) => sum + group.units.length, 0);
  return [
    ...(small.length > 0
      ? [`Fewer than ${FEWEST_SPEAKERS} known speakers, so no part of the gap: ${told}.`]
      : []),
    ...(units > speakers
      ? ["Some speakers are in several groups; each part of a speaker counts as one there."]
      : []),
  ];
}
