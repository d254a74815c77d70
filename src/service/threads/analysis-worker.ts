import { constants, platform, setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { modelCard } from "../../lib/models/saved/model-card";
import { AnalysisDesk } from "./analysis-desk";
import type { AnalysisAnswer, AnalysisCall, ModelFacts, ThreadTask } from "./analysis-messages";
import { type LoadedModel, loadOtherModels, loadServedModel } from "./model-source";
import { warmUp } from "./warm-up";

const answer = (message: AnalysisAnswer) => parentPort!.postMessage(message);

/** What an analysis thread runs: it loads the model and takes calls. */
async function start(): Promise<void> {
  const { source, isBackground }: ThreadTask = workerData;
  if (isBackground) yieldToOthers();
  const speechModel = await loadServedModel(source);
  const others = await loadOtherModels(source);
  const cost = await warmUp(speechModel, source.warmUpSeconds);
  const desk = new AnalysisDesk(speechModel, answer, others);
  parentPort!.on("message", (call: AnalysisCall) => desk.take(call));
  const beside = others.map((other) => ({ name: other.name, ...factsOf(other) }));
  const model = { ...factsOf(speechModel), ...(beside.length > 0 && { others: beside }) };
  answer({ type: "ready", model, cost });
}

function factsOf({ recognizer, facts }: LoadedModel): ModelFacts {
  const { labels, featureSet, normalize } = recognizer;
  const { model } = recognizer.classifier.save();
  return { model, labels, featureSet, normalize, facts, card: modelCard(recognizer, facts) };
}

/** Linux knows the priority of a thread; elsewhere it is the whole process's. */
function yieldToOthers(): void {
  if (platform() === "linux") setPriority(constants.priority.PRIORITY_LOW);
}

start().catch((error) => answer({ type: "not-ready", message: error?.message ?? String(error) }));
