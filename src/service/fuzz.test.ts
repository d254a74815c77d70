import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { LiveEvent } from "../lib/live/live-event";
import { StreamingRecognizer } from "../lib/live/streaming-recognizer";
import { twoUtterances } from "../lib/live/streams.fixture";
import { type Random, random } from "../lib/numbers/random";
import { patience, StreamClient, serviceOf, untilMetrics } from "./service.fixture";
import { loadSpeechModel } from "./speech-model.fixture";
import type { Service } from "./start-service";

const speech = twoUtterances();
const messagesPerRound = 1000;
let service: Service;
let expected: LiveEvent[];

before(async () => {
  service = await serviceOf("plain", { maxMessageBytes: 20_000, maxStreams: 1000 });
  const stream = new StreamingRecognizer(await loadSpeechModel("plain"), { sampleRate: 16000 });
  expected = [...(await stream.push(speech)), ...(await stream.end())];
});

const starts = [
  { type: "start", sampleRate: 16000, format: "s16le" },
  { type: "start", sampleRate: 44100, format: "f32le", hopSeconds: 0.1 },
  { type: "start", sampleRate: 16000, format: "f32le", adapt: false },
];

/** Something that a broken or hostile client might send. */
function fuzzed(source: Random): string | Uint8Array {
  const kind = source.integer(10);
  const bytes = () => Uint8Array.from({ length: source.integer(4000) }, () => source.integer(256));
  const start = JSON.stringify(starts[source.integer(starts.length)]);
  if (kind < 2) return start;
  if (kind < 6) return bytes();
  if (kind === 6) return start.slice(0, source.integer(start.length));
  if (kind === 7) return start.replace(/\w+/, () => String.fromCodePoint(1 + source.integer(0xd7fe)));
  if (kind === 8) return new Uint8Array(20_000 + source.integer(5));
  return JSON.stringify({
    type: ["stop", "started", "", null][source.integer(4)],
    [`${source.integer(9)}`]: {},
  });
}

/** Clients that send what they like, one after the other, each until it is cut. */
async function disturb(seed: string): Promise<void> {
  const source = random(seed);
  for (let sent = 0; sent < messagesPerRound; ) {
    const client = await new StreamClient(service.url).opened();
    if (source.integer(2) === 0) client.send(starts[source.integer(starts.length)]);
    const length = 1 + source.integer(20);
    for (let i = 0; i < length; i++, sent++) client.send(fuzzed(source));
    if (source.integer(3) === 0) client.socket.terminate();
    else client.send({ type: "stop" });
    await client.closed;
  }
}

async function healthy(): Promise<LiveEvent[]> {
  const client = await StreamClient.started(service.url);
  client.speak(speech);
  return client.stop();
}

test(
  "10,000 fuzzed messages: streams beside them hear nothing of it, all are gone after, memory stays",
  patience,
  async () => {
    await disturb("warm-up");
    const before = process.memoryUsage().rss;
    for (let round = 0; round < 10; round++) {
      const [events] = await Promise.all([healthy(), disturb(`round ${round}`)]);
      assert.deepEqual(events, expected);
    }
    const grown = (process.memoryUsage().rss - before) / 2 ** 20;
    assert.ok(grown < 300, `memory has grown by ${grown.toFixed(0)} MiB`); // much of it may be garbage
    await untilMetrics(service.url, /^ser_streams_open 0$/m); // the last one that went away may not be noticed yet
  },
);
