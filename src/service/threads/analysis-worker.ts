import { constants, platform, setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { modelCard } from "../../lib/models/saved/model-card";
import { AnalysisDesk } from "./analysis-desk";
import type { AnalysisAnswer, AnalysisCall, ThreadTask } from "./analysis-messages";
import { loadServedModel } from "./model-source";
import { warmUp } from "./warm-up";

const answer = (message: AnalysisAnswer) => parentPort!.postMessage(message);

/** What an analysis thread runs: it loads the model and takes calls. */
async function start(): Promise<void> {
  const { source, isBackground }: ThreadTask = workerData;
  if (isBackground) yieldToOthers();
  const speechModel = await loadServedModel(source);
  const { recognizer, facts } = speechModel;
  const { labels, featureSet, normalize } = recognizer;
  const cost = await warmUp(speechModel);
  const desk = new AnalysisDesk(speechModel, answer);
  parentPort!.on("message", (call: AnalysisCall) => desk.take(call));
  const model = { labels, featureSet, normalize, facts, card: modelCard(recognizer, facts) };
  answer({ type: "ready", model, cost });
}

/** Linux knows the priority of a thread; elsewhere it is the whole process's. */
function yieldToOthers(): void {
  if (platform() === "linux") setPriority(constants.priority.PRIORITY_LOW);
}

start().catch((error) => answer({ type: "not-ready", message: error?.message ?? String(error) }));
