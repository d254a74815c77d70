import { parentPort, workerData } from "node:worker_threads";
import { decodeAudio } from "../../audio/decode-audio";
import { InputError } from "../../check";
import { modelCard } from "../../models/model-card";
import { analyseWaveform } from "../analyse-waveform";
import { StreamingRecognizer } from "../streaming-recognizer";
import type { AnalysisAnswer, AnalysisCall } from "./analysis-messages";
import { loadServedListener, type ServedListener } from "./listener-source";
import { Turns } from "./turns";
import { warmUp } from "./warm-up";

/** What an analysis thread runs: it holds the model and the recognizers of its streams. */
const streams = new Map<number, StreamingRecognizer>();
const turns = new Turns();

const answer = (message: AnalysisAnswer) => parentPort!.postMessage(message);

function take(listener: ServedListener, call: AnalysisCall): void {
  const { id } = call;
  if (call.type === "release") streams.delete(id);
  else turns.add(id, (waited) => carryOut(listener, call, waited).catch((error) => fail(id, error)));
}

/** What waits of a stream that is gone is answered, too: the other side counts. */
async function carryOut(listener: ServedListener, call: AnalysisCall, waitedSeconds: number): Promise<void> {
  const { id } = call;
  const stream = streams.get(id);
  switch (call.type) {
    case "open":
      streams.set(id, new StreamingRecognizer(listener, call.options));
      return answer({ type: "opened", id });
    case "push":
      return answer({ type: "events", id, events: (await stream?.push(call.samples)) ?? [], waitedSeconds });
    case "end":
      answer({ type: "ended", id, events: (await stream?.end()) ?? [] });
      streams.delete(id);
      return;
    case "recording": {
      const waveform = await decodeAudio(call.bytes, "the recording", { maxSeconds: call.maxSeconds });
      answer({ type: "result", id, result: await analyseWaveform(listener, waveform) });
    }
  }
}

function fail(id: number, error: unknown): void {
  streams.delete(id);
  const refused = error instanceof InputError;
  answer({ type: "failed", id, message: error instanceof Error ? error.message : String(error), refused });
}

async function start(): Promise<void> {
  const listener = await loadServedListener(workerData);
  const { recognizer, facts } = listener;
  const { labels, featureSet, normalize } = recognizer;
  const cost = await warmUp(listener);
  parentPort!.on("message", (call: AnalysisCall) => take(listener, call));
  const model = { labels, featureSet, normalize, facts, card: modelCard(recognizer, facts) };
  answer({ type: "ready", model, cost });
}

start().catch((error) => answer({ type: "not-ready", message: error?.message ?? String(error) }));
