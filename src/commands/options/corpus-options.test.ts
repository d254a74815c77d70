import assert from "node:assert/strict";
import { test } from "node:test";
import { Command } from "commander";
import { experimentFile } from "../../lib/runs/sweep/experiment-file";
import { addCorpusOptions } from "./corpus-options";

const NUMBERS = ["channel", "limitPerSpeaker", "minSeconds", "maxSeconds"];

function exampleOf(option: string): unknown {
  if (option === "where") return ["emotion = anger"];
  if (option === "skipBad") return true;
  return NUMBERS.includes(option) ? 1 : "text";
}

test("an experiment file can choose all that the options of a corpus can", () => {
  const { options } = addCorpusOptions(new Command(), "required");
  const names = options.map((option) => option.attributeName());
  const corpus = Object.fromEntries(names.map((name) => [name, exampleOf(name)]));
  const file = { corpora: corpus, features: "voice-v1", models: "lda" };
  assert.deepEqual(experimentFile.parse(file).corpora, corpus);
});
