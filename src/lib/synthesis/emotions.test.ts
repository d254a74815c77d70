import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { projectRoot } from "../disk/paths";
import { type Emotion, EXPRESSIONS, type Expression } from "./emotions";

/** The rows of the table in data/README.md, and the factor from its unit to ours. */
const ROWS: readonly [title: string, column: keyof Expression, factor: number][] = [
  ["mean F0", "f0Semitones", 1],
  ["F0 range", "rangeOctaves", 1],
  ["last syllable", "finalSemitones", 1],
  ["speaking rate", "rateOctaves", 1],
  ["level", "levelDb", 1],
  ["stressed syllables", "stressDb", 1],
  ["source's loss at 3 kHz", "tiltDb", 1],
  ["open quotient", "openQuotient", 1],
  ["aspiration noise", "breathDb", 1],
  ["jitter, shimmer", "roughnessOctaves", 1],
  ["tremor at 6 Hz", "tremorSemitones", 1],
  ["formants", "formantShift", 0.01],
  ["vowels' distance from the middle", "precision", 1],
];

test("data/README.md tells the settings that the corpus is made with", () => {
  const lines = readFileSync(join(projectRoot, "data", "README.md"), "utf8").split("\n");
  const emotions: Emotion[] = ["anger", "fear", "happiness", "sadness"];
  for (const [title, column, factor] of ROWS) {
    const line = lines.find((text) => text.startsWith(`| ${title} |`));
    const told = line
      ?.split("|")
      .slice(2, 6)
      .map((cell) => factor * Number(cell));
    assert.deepEqual(
      told,
      emotions.map((emotion) => EXPRESSIONS[emotion][column]),
      title,
    );
  }
});
