import assert from "node:assert/strict";
import { test } from "node:test";
import type { RunPair } from "../runs/comparison/compare-runs";
import { pairVerdict } from "../runs/comparison/pair-verdict";
import type { Run } from "../runs/run-files";
import { confusedPairText } from "./confusion-text";
import { modelToTake } from "./model-to-take";
import { deletionText, occlusionText } from "./occlusion-text";
import { harmonicsText, periodText } from "./period-text";
import { sharedErrorsText } from "./shared-errors-text";
import { overfittingText, speakersCurveText, trainingEndText } from "./training-text";
import { wayComparedText } from "./way-compared-text";

/**
 * Sentences of the chapters, each told of three sets of small numbers: none may say what its
 * numbers deny.
 */

const confused = (counts: number[][]) =>
  confusedPairText({ record: { confusion: { labels: ["anger", "fear", "joy"], counts } } }).text;

test("the pair that is confused most is the one that the counts say", () => {
  const words = [
    [
      [9, 1, 0],
      [0, 7, 3],
      [0, 2, 8],
    ],
    [
      [5, 0, 5],
      [0, 10, 0],
      [0, 0, 10],
    ],
    [
      [10, 0, 0],
      [0, 10, 0],
      [0, 0, 10],
    ],
  ].map(confused);
  assert.match(words[0], /\*\*fear and joy\*\*; fear is taken for joy 3 times, joy for fear 2 times/);
  assert.match(words[1], /\*\*anger and joy\*\*; anger is taken for joy 5 times, joy for anger never/);
  assert.equal(words[2], "No emotion is taken for another.");
  assert.match(
    confused([
      [9, 1, 0],
      [0, 10, 0],
      [0, 1, 9],
    ]),
    /1 times each: anger and fear, fear and joy/,
  );
});

test("what hiding a patch takes away and what it adds are never exchanged", () => {
  const told = (loss: number[][]) => occlusionText({ label: "sadness", probability: 0.72, loss });
  assert.match(told([[0.04, -0.07]]), /most take away 0\.04 on average, .* add 0\.07$/);
  assert.match(told([[0.5, 0.1]]), /most take away 0\.50 on average, .* add 0\.00$/);
  assert.match(told([[-0.3, -0.1]]), /most take away 0\.00 on average, .* add 0\.30$/);
});

test("the end of the training is told as it went: falling, at rest, rising", () => {
  const told = (...loss: number[]) => trainingEndText({ record: { folds: [{ history: { loss } }] } });
  assert.match(told(5, 4, 3, 2, 1), /from 2\.000 to 1\.000: it still falls.* rises in 0 of 1 /);
  assert.match(told(5, 1, 1, 1, 1), /it has come to rest/);
  assert.match(told(5, 1, 0.75, 0.75, 0.79), /it rises/);
  const bumpy = told(...Array.from({ length: 8 }, () => 1), 0.9, 0.7, 0.8, 0.6);
  assert.match(bumpy, /From epoch 9 to 12 .* from 0\.900 to 0\.600: it still falls.* rises in 1 of 3 /);
});

test("overfitting is judged by who had no part in the training, and by nothing else", () => {
  const told = (loss: number[], watched?: { loss: number[]; uar: number[] }) =>
    overfittingText({ loss, watched });
  const [falls, rises] = [
    [2, 1, 0.5],
    [1.5, 0.8, 1.2],
  ];
  assert.match(told(falls, { loss: rises, uar: [0.5, 0.8, 0.6] }), /lowest in epoch 2 .*It overfits/);
  assert.match(told(falls, { loss: rises, uar: [0.5, 0.8, 0.78] }), /It grows too sure/);
  assert.match(told(falls, { loss: falls, uar: [0.5, 0.8, 0.6] }), /Nothing here says/);
  assert.match(told([2, 1, 1.5], { loss: rises, uar: [0.5, 0.8, 0.6] }), /this is no overfitting/);
  assert.match(told(falls), /nothing tells whether/);
});

test("more speakers are said to help only where the last step brought something", () => {
  const told = (...uars: number[]) => speakersCurveText(uars.map((uar, i) => ({ speakers: 2 ** i, uar })));
  assert.match(told(0.4, 0.5, 0.6), /From 1 to 4 .* 0\.400 to 0\.600, .* \+0\.100\. It still rises/);
  assert.match(told(0.4, 0.6, 0.55), /−0\.050\. At the end it rises no more/);
  assert.match(told(0.4), /too few speakers/);
});

test("a decision is told to turn between the two parts that it turned between, or never", () => {
  const curve = { hidden: [0, 0.1, 0.2], mostFirst: [0.7, 0.5, 0.3], leastFirst: [0.7, 0.7, 0.3] };
  assert.match(deletionText({ ...curve, flipsAt: 0.2 }), /between 10 % and 20 % of the picture/);
  assert.match(deletionText(curve), /the decision stays.*0\.30 with nothing left/);
});

test("periods and harmonics are counted for the voice at hand", () => {
  assert.match(periodText(320, 0.025), /320 Hz: one repetition lasts 3\.1 ms, and a frame holds 8\.0/);
  assert.match(periodText(100, 0.025), /100 Hz: one repetition lasts 10\.0 ms, and a frame holds 2\.5/);
  assert.match(periodText(undefined, 0.025), /No steady voice was found/);
  assert.match(harmonicsText(320), /320 Hz apart, too far/);
  assert.match(harmonicsText(250), /too far/);
  assert.match(harmonicsText(110), /110 Hz apart, close enough/);
  assert.doesNotMatch(harmonicsText(undefined), /Hz/);
});

test("one way is called better only where the interval lies on one side of zero", () => {
  const told = (difference: number, low: number, high: number) =>
    wayComparedText("A", { way: "B", difference, interval: [low, high] });
  assert.match(told(0.05, 0.01, 0.09), /^"A" is ahead of "B" by 0\.050 .*0\.010 to 0\.090\): likely to hold/);
  assert.match(told(0.05, -0.01, 0.11), /−0\.010 to 0\.110\): not told apart/);
  assert.match(told(-0.05, -0.09, -0.01), /^"A" is behind "B" by 0\.050 .*: likely to hold/);
});

const decided = (wrong: number[]) => ({
  predictions: Array.from({ length: 10 }, (_, i) => ({
    file: `${i}.wav`,
    emotion: "joy",
    predicted: wrong.includes(i) ? "fear" : "joy",
  })) as unknown as Run["predictions"],
});

test("errors in common are told as such only where there are more than by chance", () => {
  assert.match(
    sharedErrorsText(decided([0, 1, 2]), decided([0, 1, 2])).text,
    /both on \*\*3\*\*.* hard for both\.$/,
  );
  const apart = sharedErrorsText(decided([0, 1]), decided([8, 9])).text;
  assert.match(apart, /both on \*\*0\*\*.*, so nothing says that/);
  assert.match(sharedErrorsText(decided([]), decided([1])).text, /wrong on 0 recordings, the other on 1/);
});

const runOf = (model: string, uar: number) =>
  ({
    record: {
      settings: { features: "f", model, folds: "loso", normalize: "train", seed: 0 },
      metrics: { uar: { value: uar } },
    },
  }) as unknown as Run;
const pairOf = (first: Run, second: Run, bootstrap: number, wilcoxon: number) =>
  ({ first, second, corrected: { bootstrap, wilcoxon, mcnemar: 1 } }) as unknown as RunPair;
const [floor, small, large] = [runOf("majority", 0.2), runOf("svm-linear", 0.7), runOf("cnn", 0.75)];
const sized = [
  { run: floor, size: { columns: 88, numbers: 2 } },
  { run: small, size: { columns: 88, numbers: 900 } },
  { run: large, size: { columns: 64, numbers: 20000 } },
];

test("a difference is settled where both tests see it, likely where the bootstrap alone does", () => {
  const verdict = (bootstrap: number, wilcoxon: number) =>
    pairVerdict(pairOf(small, large, bootstrap, wilcoxon));
  assert.equal(verdict(0.01, 0.03), "settled");
  assert.equal(verdict(0.009, 0.234), "likely");
  assert.equal(verdict(0.2, 0.03), "not told apart");
});

test("the model to take is named: the smallest that is not told apart, the best where all others are behind", () => {
  const behind = pairOf(floor, large, 0.01, 0.1);
  const level = modelToTake(large, [behind, pairOf(small, large, 0.3, 0.3)], sized).text;
  assert.match(level, /^Take \*\*f svm-linear\*\* \(88 features, 900 numbers\): of the 2 models/);
  assert.match(level, /Its UAR is 0\.700; f cnn .* has 0\.750/);
  const alone = modelToTake(large, [behind, pairOf(small, large, 0.01, 0.01)], sized).text;
  assert.match(alone, /^Take \*\*f cnn\*\*.*: all others are behind it/);
  assert.match(modelToTake(large, [pairOf(floor, large, 0.5, 0.5)], sized).text, /^Take none of them yet/);
  const fused = [...sized, { run: runOf("fusion-of-a-and-b", 0.6) }];
  assert.match(
    modelToTake(small, [behind, pairOf(fused[3].run, small, 0.4, 0.4)], fused).text,
    /^Take \*\*f svm-linear\*\*.* has the highest UAR and is the smallest/,
  );
});
