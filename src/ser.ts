import { Command } from "commander";
import { addCompare } from "./commands/compare";
import { addCorpora } from "./commands/corpora";
import { addCorpus } from "./commands/corpus";
import { addCross } from "./commands/cross";
import { addEvaluate } from "./commands/evaluate";
import { addExport } from "./commands/export";
import { addExtract } from "./commands/extract";
import { fail } from "./commands/fail";
import { addFolds } from "./commands/folds";
import { addFuse } from "./commands/fuse";
import { addGroups } from "./commands/groups";
import { addNotebooks } from "./commands/notebooks";
import { addPredict } from "./commands/predict";
import { addQueue } from "./commands/queue";
import { addReport } from "./commands/report";
import { addRun } from "./commands/run";
import { addRuns } from "./commands/runs";
import { addServe } from "./commands/serve";
import { addShare } from "./commands/share";
import { addStress } from "./commands/stress";
import { addTrain } from "./commands/train";
import { addWork } from "./commands/work";

/**
 * Exit codes: 0, 1 failure, 2 wrong usage. Every command loads only what it needs, so that short
 * ones start fast.
 */
const program = new Command("ser")
  .description("Speech-emotion-recognition experiments from the command line.")
  .exitOverride()
  .configureOutput({ writeErr: (text) => process.stderr.write(text) });

addCorpus(program);
addCorpora(program);
addExtract(program);
addFolds(program);
addEvaluate(program);
addCompare(program);
addCross(program);
addRun(program);
addRuns(program);
addStress(program);
addGroups(program);
addFuse(program);
addTrain(program);
addPredict(program);
addServe(program);
addExport(program);
addNotebooks(program);
addShare(program);
addReport(program);
addWork(program);
addQueue(program);

program.parseAsync().catch(fail);
