import assert from "node:assert/strict";
import { test } from "node:test";
import { random } from "../../numbers/random";
import { describeGroups } from "./describe-groups";

const labels = ["anger", "sadness"];

/** Twelve speakers in two groups, each recognised with the group's own probability. */
function made(
  right: Readonly<Record<string, number>>,
  seed = 0,
  groupOf = (s: number): string => (s % 2 ? "b" : "a"),
) {
  const source = random(`groups ${seed}`);
  const predictions = Array.from({ length: 12 * 20 }, (_, i) => {
    const speaker = i % 12;
    const emotion = labels[Math.floor(i / 12) % 2];
    const isRight = source.uniform() < right[groupOf(speaker)];
    const predicted = isRight ? emotion : labels[1 - labels.indexOf(emotion)];
    return { file: `${i}.wav`, fold: "", speaker: `s${speaker}`, emotion, predicted, probabilities: [] };
  });
  const recordings = predictions.map(({ file, speaker, emotion }) => ({
    file,
    speaker,
    emotion,
    extra: { kind: groupOf(Number(speaker.slice(1))) },
  }));
  return { predictions, recordings };
}
const told = ({ predictions, recordings }: ReturnType<typeof made>) =>
  describeGroups(predictions, recordings, "kind", { labels, seed: 0 });

test("a group that is recognised less well is told, with a gap that chance does not give", () => {
  const { groups, gap } = told(made({ a: 0.95, b: 0.6 }));
  assert.deepEqual(
    groups.map(({ name, speakers, recordings }) => [name, speakers, recordings]),
    [
      ["a", 6, 120],
      ["b", 6, 120],
    ],
  );
  assert.ok(gap && gap.best === "a" && gap.worst === "b" && gap.value > 0.2);
  assert.ok(gap.speakers[0] > 0 && gap.byChance.most < gap.value && gap.byChance.p < 0.01);
  assert.ok(Math.abs(groups[0].uar.value - groups[1].uar.value - gap.value) < 1e-12);
});

test("a fair model's gap is no larger than chance in nineteen of twenty cases", () => {
  const gaps = Array.from({ length: 20 }, (_, seed) => told(made({ a: 0.8, b: 0.8 }, seed)).gap!);
  const beyond = gaps.filter(({ value, byChance }) => value > byChance.most).length;
  assert.ok(beyond <= 3, `${beyond} of 20`);
  const mean = gaps.reduce((sum, { byChance }) => sum + byChance.mean, 0) / gaps.length;
  const seen = gaps.reduce((sum, { value }) => sum + value, 0) / gaps.length;
  assert.ok(Math.abs(mean - seen) < 0.02, "chance is what fair models show");
});

test("a group of too few speakers is told and takes no part in the gap", () => {
  const { groups, gap, notes } = told(
    made({ a: 0.9, b: 0.9, c: 0 }, 0, (s) => (s === 0 ? "c" : s % 2 ? "b" : "a")),
  );
  assert.deepEqual(notes, ["Fewer than 3 known speakers, so no part of the gap: c (1)."]);
  assert.equal(groups.length, 3);
  assert.ok(gap && gap.worst !== "c");
});

test("a column that the corpus does not have is told with those that it has", () => {
  const { predictions, recordings } = made({ a: 1, b: 1 });
  assert.throws(() => describeGroups(predictions, recordings, "age", { labels, seed: 0 }), {
    name: "UsageError",
    message: 'groups="age": the corpus has no such column, it has kind',
  });
});
