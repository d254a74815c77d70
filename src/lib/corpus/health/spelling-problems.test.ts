import assert from "node:assert/strict";
import { test } from "node:test";
import type { Selection } from "../selection/selection";
import { spellingProblems } from "./spelling-problems";

/** The problems of a corpus whose recordings have these emotions and speakers. */
function problemsOf(emotions: readonly string[], speakers: readonly string[], selection?: Selection) {
  const recordings = emotions.map((emotion, i) => ({
    file: `${i}.wav`,
    emotion,
    speaker: speakers[i % speakers.length],
  }));
  return spellingProblems({ name: "corpus", recordings, selection });
}

const stopping = (emotions: readonly string[], speakers: readonly string[], selection?: Selection) =>
  problemsOf(emotions, speakers, selection).filter(({ severity }) => severity === "unsplittable");

test("one emotion in several spellings is asked for, with the map that makes them one", () => {
  const [problem] = stopping(["anger", "anger", "Anger ", "neutral"], ["1", "2"]);
  assert.match(problem.message, /"Anger " \(1\) and "anger" \(2\)/);
  assert.match(problem.message, /--map labels\.json with \{"Anger ":"anger","anger":"anger"\}/);
});

test("invisible characters, Unicode forms and spaces make no other emotion, and are made visible", () => {
  const [problem] = stopping(["a\u0308rger", "\u00e4rger", "sad", "sad\u200b"], ["1", "2"]);
  assert.match(problem.message, /"sad\\u200b" with invisible characters/);
  assert.match(problem.message, /ärger/);
});

test("one speaker's name in several spellings is asked for: the voice would stand on both sides", () => {
  for (const names of [
    ["03", "3"],
    ["3", "3.0"],
    ["S03", "s03"],
    ["spk3", "3"],
    ["Ann", "ann "],
  ]) {
    assert.equal(stopping(["anger", "neutral"], names).length, 1, names.join());
  }
});

test("different speakers are left alone", () => {
  for (const names of [
    ["03", "13"],
    ["f1", "m1"],
    ["3", "30"],
    ["ann", "anna"],
  ]) {
    assert.deepEqual(stopping(["anger", "neutral"], names), [], names.join());
  }
});

test("a label map that names each spelling settles it", () => {
  const map = { emotion: { Anger: "Anger", anger: "anger" }, speaker: {} };
  assert.deepEqual(stopping(["Anger", "anger"], ["1", "2"], { map }), []);
});

test("synonyms and typos are said, and stop nothing", () => {
  const problems = problemsOf(["Wut", "anger", "sadness", "sandess"], ["1", "2"]);
  assert.deepEqual(
    problems.map(({ severity }) => severity),
    ["suspicious", "suspicious"],
  );
  assert.match(problems[0].message, /both words can mean anger/);
  assert.match(problems[1].message, /differ by one letter/);
});

test("codes are said, ratings are refused", () => {
  assert.match(problemsOf(["0", "1", "2"], ["1", "2"])[0].message, /the codes 0, 1, 2/);
  assert.match(stopping(["2.5", "3.75", "1.0", "4"], ["1", "2"])[0].message, /looks like a rating/);
});
