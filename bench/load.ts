import { cpus } from "node:os";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { requireHealthy } from "../src/lib/corpus/health/require-healthy";
import { openCorpus } from "../src/lib/corpus/open-corpus";
import { modelFolder } from "./load/model-folder";
import { PacedStream } from "./load/paced-stream";
import { type ServedModel, serve } from "./load/serve";
import { type Speech, speechOf } from "./load/speech";
import { table, updateReadme } from "./report-table";

/** What n streams at once met. */
interface Load {
  readonly taken: number;
  readonly refused: number;
  readonly window: readonly number[];
  readonly utterance: readonly number[];
  readonly latenessMs: readonly number[];
}

const head = [
  "model",
  "streams",
  "windows",
  "window p50",
  "window p95",
  "utterance p95",
  "refused",
  "sent late p95",
  "memory",
];

/**
 * Loads the service with streams in real time from this process and writes the table of
 * bench/README.md: how long windows and utterances take from the sending of the last sample that
 * they need. With --minutes, streams go on for so long instead, and the service's memory is told.
 *
 *     node --require ./src/lib/jobs/typescript.cjs bench/load.ts egemaps-v02:svm-linear MODELDIR [--streams 1,10,25,50,100
 *       --seconds 20 --corpus DIR --max-streams 100 --minutes 30 --no-write]
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      streams: { type: "string", default: "1,10,25,50,100" },
      seconds: { type: "string", default: "20" },
      corpus: { type: "string", default: "data/synthetic" },
      "max-streams": { type: "string", default: "100" },
      minutes: { type: "string" },
      "no-write": { type: "boolean", default: false },
    },
  });
  const { corpus } = requireHealthy(await openCorpus(values.corpus), { purpose: "evaluate" });
  const speech = await speechOf(corpus, 40);
  const counts = values.streams.split(",").map(Number);
  const lines: string[][] = [];
  for (const what of positionals) {
    const folder = await modelFolder(what, corpus);
    const service = await serve(folder, Number(values["max-streams"]));
    await load(service, speech, 1, 8); // the compiler warms up
    if (values.minutes) await soak(service, speech, counts[0], Number(values.minutes));
    else {
      for (const count of counts) {
        const result = await load(service, speech, count, Number(values.seconds));
        lines.push(lineOf(basename(folder), count, result, service.residentMebibytes()));
        console.error(lines[lines.length - 1].join("  "));
      }
    }
    await service.stop();
  }
  const machine = `${cpus()[0].model}, ${cpus().length} cores, shared with the generator, Node ${process.versions.node}`;
  const text = `### Streams of ${corpus.name} in real time; ${machine}\n\n${table(head, lines)}`;
  if (lines.length > 0) console.log(text);
  if (lines.length > 0 && !values["no-write"]) updateReadme("load", text);
}

/** Streams for many minutes; the memory and the latency of each minute. */
async function soak(service: ServedModel, speech: Speech, count: number, minutes: number): Promise<void> {
  for (let minute = 1; minute <= minutes; minute++) {
    const { window, refused } = await load(service, speech, count, 60);
    const memory = `${service.residentMebibytes().toFixed(0)} MiB`;
    console.log(`minute ${minute}: ${memory}, window p95 ${milliseconds(window, 0.95)}, ${refused} refused`);
  }
}

/**
 * Streams that open one after the other within the first two seconds, so that they do not march in
 * step.
 */
async function load(service: ServedModel, speech: Speech, count: number, seconds: number): Promise<Load> {
  const streams: PacedStream[] = [];
  for (let i = 0; i < count; i++) {
    const stream = new PacedStream(service.url, speech, (i * 0.618) % 1);
    streams.push(stream);
    await stream.opened();
    await pause(2 / count);
  }
  await pause(seconds);
  const refused = streams.filter(({ closeCode }) => closeCode !== undefined).length;
  await Promise.all(streams.map((stream) => stream.stop()));
  return {
    taken: count - refused,
    refused,
    window: streams.flatMap(({ latencies }) => latencies.window),
    utterance: streams.flatMap(({ latencies }) => latencies.utterance),
    latenessMs: streams.flatMap(({ pace }) => pace.latenessMs),
  };
}

function lineOf(model: string, count: number, load: Load, mebibytes: number): string[] {
  return [
    model,
    `${count}`,
    `${load.window.length}`,
    milliseconds(load.window, 0.5),
    milliseconds(load.window, 0.95),
    milliseconds(load.utterance, 0.95),
    `${load.refused}`,
    milliseconds(load.latenessMs, 0.95),
    `${mebibytes.toFixed(0)} MiB`,
  ];
}

function milliseconds(values: readonly number[], share: number): string {
  if (values.length === 0) return "";
  const sorted = [...values].sort((a, b) => a - b);
  return `${sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))].toFixed(0)} ms`;
}

function pause(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

main();
