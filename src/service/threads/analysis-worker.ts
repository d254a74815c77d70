import { parentPort, workerData } from "node:worker_threads";
import { modelCard } from "../../lib/models/saved/model-card";
import { AnalysisDesk } from "./analysis-desk";
import type { AnalysisAnswer, AnalysisCall } from "./analysis-messages";
import { loadServedModel } from "./model-source";
import { warmUp } from "./warm-up";

const answer = (message: AnalysisAnswer) => parentPort!.postMessage(message);

/** What an analysis thread runs: it loads the model and takes calls. */
async function start(): Promise<void> {
  const speechModel = await loadServedModel(workerData);
  const { recognizer, facts } = speechModel;
  const { labels, featureSet, normalize } = recognizer;
  const cost = await warmUp(speechModel);
  const desk = new AnalysisDesk(speechModel, answer);
  parentPort!.on("message", (call: AnalysisCall) => desk.take(call));
  const model = { labels, featureSet, normalize, facts, card: modelCard(recognizer, facts) };
  answer({ type: "ready", model, cost });
}

start().catch((error) => answer({ type: "not-ready", message: error?.message ?? String(error) }));
