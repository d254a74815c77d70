import assert from "node:assert/strict";
import { test } from "node:test";
import type { GroupScores } from "../../models/saved/group-scores-by";
import type { RunPair } from "../../runs/comparison/compare-runs";
import type { Run } from "../../runs/run-files";
import { mostFrequentErrorText } from "../confusion-text";
import { groupsText } from "../groups-text";
import { modelToTake } from "../model-to-take";
import { pairInWords } from "../pair-text";
import { networkTimeText } from "../training-text";
import { wayComparedText } from "../way-compared-text";
import { firstAxisText } from "./first-axis-text";
import { floorText } from "./floor-text";
import { randomSplitText } from "./random-split-text";
import { surenessText } from "./sureness-text";

/**
 * Better, worse, equal, one or several, none: whatever the numbers, the sentence says what they
 * say.
 */

test("the floor is told of one emotion where all folds agree on it, else of each", () => {
  const told = (...said: string[]) =>
    floorText({ predictions: said.map((predicted) => ({ predicted })) as unknown as Run["predictions"] })
      .text;
  assert.match(told("joy", "joy", "joy"), /always says joy\..* UAR one divided by the number/);
  const several = told("joy", "fear", "joy");
  assert.match(several, /it says fear for 1 recording, joy for 2 recordings/);
  assert.doesNotMatch(several, /always|fully/);
});

test("a random split is called better, little or worse as its gap is", () => {
  const honest = { value: 0.6, speakers: [0.58, 0.7] as [number, number] };
  const told = (claimed: number) => randomSplitText(honest, claimed).text;
  assert.match(told(0.8), /\*\*\+0\.200\*\*\. Nothing was learned better/);
  assert.match(told(0.63), /\*\*\+0\.030\*\*\. Here that is little, within the bars/);
  assert.match(told(0.6), /\*\*\+0\.000\*\*\. Here that is little, within/);
  assert.match(told(0.56), /\*\*−0\.040\*\*\. Here that is little, and yet beyond/);
  const lower = told(0.4);
  assert.match(lower, /\*\*−0\.200\*\*\. Knowing the speakers brought nothing here/);
  assert.doesNotMatch(lower, /little/);
});

test("an unsure decision is called a warning only where the errors are less sure, and where there are any", () => {
  const told = (right: boolean[]) => surenessText([0.9, 0.3, 0.8, 0.5, 0.7], right).text;
  assert.match(
    told([true, false, true, false, true]),
    /with 0\.50 to 0\.80; the median is 0\.70, that of the errors 0\.40\. So an unsure decision is a warning/,
  );
  assert.match(
    told([false, true, false, true, true]),
    /of the errors 0\.85\. So the probability hardly warns/,
  );
  assert.match(told([true, true, true, true, true]), /median is 0\.70\. None of them is wrong/);
});

test("the first axis tells the one of which eta squared is larger, or both alike", () => {
  assert.match(firstAxisText(0.5, 0.2).text, /the \*\*emotion\*\* more than the speaker .*0\.50 by emotion/);
  assert.match(firstAxisText(0.2, 0.5).text, /the \*\*speaker\*\* more than the emotion .*look past/);
  assert.match(firstAxisText(0.301, 0.302).text, /emotion and speaker \*\*equally well\*\*/);
});

test("the most frequent error is one, several that tie, or none", () => {
  const told = (counts: number[][]) =>
    mostFrequentErrorText({ record: { confusion: { labels: ["fear", "joy"], counts } } }).text;
  const oneWay = [
    [5, 3],
    [2, 5],
  ];
  const tie = [
    [5, 1],
    [1, 5],
  ];
  const perfect = [
    [5, 0],
    [0, 5],
  ];
  assert.equal(told(oneWay), "The most frequent error is fear taken for joy (3 times).");
  assert.equal(told(tie), "The most frequent errors are fear taken for joy, joy taken for fear (once each).");
  assert.equal(told(perfect), "No emotion is taken for another.");
  assert.equal(
    mostFrequentErrorText({ record: { confusion: { labels: ["joy"], counts: [[4]] } } }).text,
    "No emotion is taken for another.",
  );
});

const runOf = (model: string) =>
  ({
    record: { settings: { features: "f", model, folds: "loso", normalize: "train", seed: 0 } },
  }) as unknown as Run;

test("of two runs the one with the higher UAR is ahead, and of two equal ones neither", () => {
  const told = (uarDifference: number, p: number) =>
    pairInWords({
      first: runOf("one"),
      second: runOf("two"),
      comparison: { uarDifference, bootstrap: { interval: [uarDifference - 0.1, uarDifference + 0.1], p } },
      corrected: { bootstrap: p, wilcoxon: p, mcnemar: p },
    } as unknown as RunPair);
  assert.match(told(0.2, 0.01), /two is ahead of \S+ one by 0\.200 .*0\.100 to 0\.300\): settled/);
  assert.match(told(-0.2, 0.3), /one is ahead of \S+ two by 0\.200 .*0\.100 to 0\.300\): not told apart/);
  const equal = told(0, 1);
  assert.match(equal, /one and \S+ two have the same UAR .*: not told apart/);
  assert.doesNotMatch(equal, /ahead/);
  assert.match(told(0.2, Number.NaN), /not told apart/);
});

test("ways that are right equally often are called neither ahead nor behind", () => {
  const level = wayComparedText("A", { way: "B", difference: 0, interval: [-0.02, 0.02] });
  assert.match(level, /^"A" is right as often as "B" .*: not told apart/);
});

test("a single model is behind nobody and ahead of nobody", () => {
  const alone = modelToTake(runOf("one"), [], [{ run: runOf("one") }]).text;
  assert.match(alone, /is the only one here/);
  assert.doesNotMatch(alone, /behind/);
});

test("no gap between groups is told where too few have speakers", () => {
  const told = groupsText({ column: "gender", groups: [], notes: [] } as unknown as GroupScores).join("\n");
  assert.match(told, /no gap is told/);
  assert.doesNotMatch(told, /A fair model/);
});

test("a network's time is told in whole minutes, and epochs only where they are fewer", () => {
  const plan = { model: "cnn", recordings: 40, folds: 4, options: { members: 1 } };
  assert.match(networkTimeText(plan), /4 times 1 network, 30 epochs: less than a minute/);
  assert.match(
    networkTimeText({ ...plan, options: { epochs: 1, members: 3 } }),
    /3 networks, 1 epoch \(usually 30\)/,
  );
});
