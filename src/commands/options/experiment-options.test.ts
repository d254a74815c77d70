import assert from "node:assert/strict";
import { test } from "node:test";
import { Command } from "commander";
import { z } from "zod";
import { experimentSchema } from "../../lib/runs/sweep/experiment-schema";
import { addCross } from "../cross";
import { addEvaluate } from "../evaluate";
import { addExtract } from "../extract";
import { addStress } from "../stress";
import { addTrain } from "../train";
import { addCorpusOptions } from "./corpus-options";

/** What an experiment file does not say, and why. */
const NOT_OF_AN_EXPERIMENT: Readonly<Record<string, string>> = {
  workers: "the machine's cores",
  queue: "which machines work",
  cache: "whether this machine keeps features",
  out: "where files go: ser run --out",
  json: "how the answer is printed",
  card: "where the answer is kept",
};

/** What is said of one thing on the command line, and of several in a file. */
const IN_A_FILE: Readonly<Record<string, string>> = {
  model: "models",
  seed: "seeds",
  conditions: "stress",
  bandwidth: "features", // band-4000:SET
};

/** All names of settings in a JSON schema. */
function namesIn(schema: unknown): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const properties = (schema as { properties?: object }).properties ?? {};
  return [...Object.keys(properties), ...Object.values(schema).flatMap(namesIn)];
}

const schema = z.toJSONSchema(experimentSchema, { io: "input" });
const program = new Command();
for (const add of [addEvaluate, addTrain, addCross, addExtract, addStress]) add(program);
const options = program.commands.flatMap((command) =>
  command.options.map((option) => ({ command: command.name(), name: option.attributeName() })),
);

test("an experiment file can say all that evaluate, train, cross, extract and stress can choose", () => {
  const inFile = new Set(namesIn(schema));
  const lacking = options.filter(
    ({ name }) => !inFile.has(IN_A_FILE[name] ?? name) && !Object.hasOwn(NOT_OF_AN_EXPERIMENT, name),
  );
  assert.deepEqual(lacking, []);
});

test("what a file does not say is an option of the machine, and of some command", () => {
  const names = new Set(options.map(({ name }) => name));
  const inFile = new Set(namesIn(schema));
  for (const [name, why] of Object.entries(NOT_OF_AN_EXPERIMENT)) {
    assert.ok(names.has(name), `no command has ${name} (${why}) any more`);
    assert.ok(!inFile.has(name), `a file says ${name}`);
  }
});

test("a corpus of an experiment takes the same values as the options of a corpus, and no others", () => {
  const command = addCorpusOptions(
    new Command().exitOverride().configureOutput({ writeErr() {} }),
    "required",
  );
  const parsed = (value: string) =>
    command.options.map((option) => [option.attributeName(), option.long, value] as const);
  const opens = (corpus: object) =>
    experimentSchema.safeParse({ corpora: { corpus: "x", ...corpus }, features: "voice-v1", models: "lda" })
      .success;
  for (const [name, long] of parsed("1")) {
    const words = command.options.find((option) => option.attributeName() === name)?.isBoolean() ? [] : ["1"];
    command.parse([...(name === "corpus" ? [] : ["--corpus", "x"]), String(long), ...words], {
      from: "user",
    });
    assert.ok(opens({ [name]: command.opts()[name] }), name);
  }
  for (const name of ["channel", "limitPerSpeaker", "minSeconds", "maxSeconds"]) {
    const long = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    assert.throws(() => command.parse(["--corpus", "x", `${long}=-1`], { from: "user" }));
    assert.ok(!opens({ [name]: -1 }), name);
  }
});

test("an editor is offered the names of models, feature sets, folds and conditions", () => {
  const text = JSON.stringify(schema);
  for (const name of ["svm-linear", "voice-v1", "group-5x10", "white:20", "mixup", "clustered"])
    assert.ok(text.includes(`"${name}"`), name);
});
