import { cpus } from "node:os";
import { basename } from "node:path";
import { parseArgs } from "node:util";
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
  readonly lateness: readonly number[];
}

const head = [
  "model",
  "streams",
  "windows/s",
  "window p50",
  "window p95",
  "utterance p95",
  "refused",
  "sent late p95",
  "memory",
];

/**
 * Loads the service with streams in real time from this process and writes the table of bench/README.md: how long windows and
 * utterances take from the sending of the last sample that they need.
 *
 *     node --require ./scripts/typescript.cjs bench/load.ts MODELDIR... [--streams 1,10,25,50,100 --seconds 20
 *       --corpus DIR --max-streams 100 --no-write]
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      streams: { type: "string", default: "1,10,25,50,100" },
      seconds: { type: "string", default: "20" },
      corpus: { type: "string", default: "data/synthetic" },
      "max-streams": { type: "string", default: "100" },
      "no-write": { type: "boolean", default: false },
    },
  });
  const speech = await speechOf(values.corpus, 40);
  const lines: string[][] = [];
  for (const folder of positionals) {
    const service = await serve(folder, Number(values["max-streams"]));
    await load(service, speech, 1, 8); // the compiler warms up
    for (const count of values.streams.split(",").map(Number)) {
      const result = await load(service, speech, count, Number(values.seconds));
      lines.push(
        lineOf(basename(folder), count, result, service.residentMebibytes(), Number(values.seconds)),
      );
      console.error(lines[lines.length - 1].join("  "));
    }
    await service.stop();
  }
  const machine = `${cpus()[0].model}, ${cpus().length} cores, shared with the generator, Node ${process.versions.node}`;
  const text = `### Streams in real time; ${machine}\n\n${table(head, lines)}`;
  console.log(text);
  if (!values["no-write"]) updateReadme("load", text);
}

/** Streams that open one after the other within the first two seconds, so that they do not march in step. */
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
    lateness: streams.flatMap(({ lateness }) => lateness),
  };
}

function lineOf(model: string, count: number, load: Load, mebibytes: number, seconds: number): string[] {
  return [
    model,
    `${count}`,
    (load.window.length / seconds).toFixed(0),
    milliseconds(load.window, 0.5),
    milliseconds(load.window, 0.95),
    milliseconds(load.utterance, 0.95),
    `${load.refused}`,
    milliseconds(load.lateness, 0.95),
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
