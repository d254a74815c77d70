import { join } from "node:path";
import type { Command } from "commander";
import { checkPlace, writeFile } from "../lib/disk/paths";
import { terminalProgress } from "../lib/report/terminal-progress";
import type { StressRecord } from "../lib/runs/stress/stress-model";
import { addCorpusOptions } from "./options/corpus-options";
import { wholeNumber } from "./options/number-options";
import { openHealthy } from "./options/open-healthy";
import { stressOf } from "./options/stress-options";
import { addWorkingOptions } from "./options/working-options";

/** `ser stress`. */
export function addStress(program: Command): void {
  const command = program
    .command("stress")
    .description(
      "the same recordings under other conditions: level, noise, telephones, codecs, rooms, ... (every window is answered, speech or not)",
    );
  addCorpusOptions(command.requiredOption("--model <dir>", "folder of a saved model"), "required")
    .option(
      "--conditions <condition...>",
      "only these, by kind and strength: gain:-10 white:20 babble:10 telephone mp3:32 room:0.5 tilt:-20 speed:1.1 ...",
    )
    .option("--noise <folder>", "noises to mix in at 20 and 10 dB, or as noise:DB says")
    .option("--out <dir>", "write stress.json, stress.md and the figure there")
    .option("--card", "add the result to the model's card")
    .option("--json", "print stress.json instead of a table")
    .option("--seed <n>", "seed of noises, rooms and places", wholeNumber, 0);
  addWorkingOptions(command).action(
    async ({ model, conditions, noise, out, card, json, seed, workers, cache, ...where }) => {
      const { loadModel, saveModel } = await import("../lib/loading/storage");
      const { stressModel } = await import("../lib/runs/stress/stress-model");
      const { stressText } = await import("../lib/report/stress-text");
      if (out !== undefined) checkPlace(out);
      const test = await stressOf({ conditions, noise });
      const saved = await loadModel(model);
      const corpus = await openHealthy(where, "evaluate", false);
      const options = { workers, cache, onProgress: terminalProgress() };
      const record = await stressModel(saved, corpus, test.conditions, { seed, ...test, ...options });
      if (out !== undefined) await writeStress(out, record);
      const { corpus: tested, seenInTraining, uar, conditions: scores } = record;
      const stress = { corpus: tested, seenInTraining, uar, conditions: scores };
      if (card) saveModel(model, saved.recognizer, { ...saved.facts, stress });
      console.log(json ? JSON.stringify(record, null, 1) : stressText(record));
    },
  );
}

async function writeStress(folder: string, record: StressRecord): Promise<void> {
  const { stressText } = await import("../lib/report/stress-text");
  const { stressFigure } = await import("../lib/figures/scores/stress-figure");
  const { figureToPng } = await import("../lib/figures/picture/figure-png");
  const { model, corpus } = record;
  const figure = stressFigure(
    record,
    `${corpus.name} under other conditions: ${model.model} on ${model.features}`,
  );
  writeFile(join(folder, "stress.png"), (await figureToPng(figure)).png);
  writeFile(join(folder, "stress.md"), `${stressText(record)}\n`);
  writeFile(join(folder, "stress.json"), `${JSON.stringify(record, null, 1)}\n`);
}
