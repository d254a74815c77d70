import assert from "node:assert/strict";
import { join } from "node:path";
import { before, test } from "node:test";
import { encodeWav } from "../lib/audio/encode-wav";
import { twoUtterances } from "../lib/live/streams.fixture";
import { StreamClient, serviceOf } from "./service.fixture";
import type { Service } from "./start-service";

const speech = twoUtterances();
let service: Service;
let single: Service;

before(async () => {
  const module = join(__dirname, "speech-model.fixture.ts");
  service = await serviceOf("", {}, { model: { module, folder: "plain", others: ["a/knn", "b/knn"] } });
  single = await serviceOf("plain");
});

/** What is left when the fields of other models are taken away. */
const withoutOthers = (value: object) =>
  JSON.parse(JSON.stringify(value, (name, part) => (name === "others" ? undefined : part)));

test("models beside the first one are told with their cards, and by names of their own", async () => {
  const { others, ...first } = await (await fetch(`${service.url}/v1/model`)).json();
  assert.deepEqual(first, await (await fetch(`${single.url}/v1/model`)).json());
  assert.deepEqual(
    others.map(({ name }: { name: string }) => name),
    ["knn", "knn 3"],
  );
  assert.match(others[0].card, /^# knn on plain-v1/);
});

test("each utterance of a stream has their decisions; all else is as without them", async () => {
  const [beside, alone] = [await StreamClient.started(service.url), await StreamClient.started(single.url)];
  for (const client of [beside, alone]) client.speak(speech);
  const events = await beside.stop();
  assert.deepEqual(events.map(withoutOthers), await alone.stop());
  const decided = events.filter((event) => "others" in event);
  assert.deepEqual(
    decided.map(({ type }) => type),
    ["utterance", "utterance"],
  );
});

test("so have a recording and its utterances", async () => {
  const post = async ({ url }: Service) => {
    const headers = { "content-type": "audio/wav" };
    const body = Buffer.from(encodeWav(speech, 16000));
    return (await fetch(`${url}/v1/recordings`, { method: "POST", body, headers })).json();
  };
  const answer = await post(service);
  assert.deepEqual(withoutOthers(answer), await post(single));
  for (const { others } of [answer, ...answer.utterances]) {
    assert.deepEqual(Object.keys(others[0]).sort(), ["emotion", "model", "probabilities", "synthetic"]);
    assert.deepEqual(others[0].probabilities, others[1].probabilities);
  }
});
