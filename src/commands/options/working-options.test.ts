import assert from "node:assert/strict";
import { test } from "node:test";
import { Command } from "commander";
import { addCross } from "../cross";
import { addEvaluate } from "../evaluate";
import { addExtract } from "../extract";
import { addNotebooks } from "../notebooks";
import { addRun } from "../run";
import { addStress } from "../stress";
import { addTrain } from "../train";
import { addWorkingOptions } from "./working-options";

test("every command that computes can hand its jobs to a queue", () => {
  const program = new Command();
  for (const add of [addExtract, addEvaluate, addTrain, addNotebooks, addRun, addCross, addStress])
    add(program);
  for (const { name, options } of program.commands.map((command) => ({
    name: command.name(),
    options: command.options.map(({ long }) => long),
  })))
    assert.ok(options.includes("--queue"), name);
});

test("a queue, by option or environment, is refused without the cache", async (t) => {
  const before = process.env.SER_QUEUE;
  t.after(() => {
    if (before === undefined) delete process.env.SER_QUEUE;
    else process.env.SER_QUEUE = before;
  });
  const parse = (...args: string[]) =>
    addWorkingOptions(new Command().action(() => {})).parseAsync(args, { from: "user" });
  delete process.env.SER_QUEUE;
  await parse("--no-cache");
  await assert.rejects(parse("--queue", "redis://host", "--no-cache"), /^UsageError: --no-cache and --queue/);
  await assert.rejects(parse("--no-cache"), /SER_QUEUE/, "that the option set");
});
