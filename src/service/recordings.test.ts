import assert from "node:assert/strict";
import { once } from "node:events";
import { existsSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { before, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import reference from "../lib/audio/decode-sound.reference.json";
import { decodeWav } from "../lib/audio/decode-wav";
import { encodeWav } from "../lib/audio/encode-wav";
import { analyseWaveform } from "../lib/live/analyse-waveform";
import { twoUtterances } from "../lib/live/streams.fixture";
import { constantFlac } from "./recordings/constant-flac";
import { fileToCome, patience, StreamClient, serviceOf } from "./service.fixture";
import { defaultLimits } from "./service-options";
import { loadSpeechModel } from "./speech-model.fixture";
import type { Service } from "./start-service";
import { AnalysisPool } from "./threads/analysis-pool";

const speech = { samples: twoUtterances(), sampleRate: 16000 };
const wav = Buffer.from(encodeWav(speech.samples, speech.sampleRate));
let service: Service;

before(async () => {
  service = await serviceOf("plain", { maxBodyBytes: 300_000, maxRecordingSeconds: 10 });
});

function post(url: string, body: RequestInit["body"], contentType = "audio/wav"): Promise<Response> {
  return fetch(`${url}/v1/recordings`, { method: "POST", body, headers: { "content-type": contentType } });
}

async function errorOf(answer: Promise<Response>): Promise<[number, string]> {
  const response = await answer;
  const { statusCode, error, message } = await response.json();
  assert.equal(statusCode, response.status);
  assert.ok(error.length > 0);
  return [statusCode, message];
}

test("a recording gets its decision, utterances and windows", async () => {
  const result = await (await post(service.url, wav)).json();
  const expected = await analyseWaveform(await loadSpeechModel("plain"), decodeWav(wav, "speech.wav"));
  const mark = {
    synthetic: true,
    note: "The model learned from synthetic voices: what it says of people means little.",
  };
  assert.deepEqual(result, { ...JSON.parse(JSON.stringify(expected)), ...mark });
  assert.equal(result.utterances.length, 2);
});

test("the file of a form is the same as the body", async () => {
  const form = new FormData();
  form.append("file", new Blob([wav]), "speech.wav");
  const response = await fetch(`${service.url}/v1/recordings`, { method: "POST", body: form });
  assert.deepEqual(await response.json(), await (await post(service.url, wav)).json());
});

for (const { name, base64 } of reference.files) {
  test(`${name} is taken, whatever the content type says`, async () => {
    const response = await post(service.url, Buffer.from(base64, "base64"), "application/octet-stream");
    assert.equal(response.status, 200);
    assert.ok(Math.abs((await response.json()).durationSeconds - 0.5) < 1e-9);
  });
}

test("what is no recording is refused: 400 nothing, 415 another type, 422 another format or damage", async () => {
  const form = new FormData();
  form.append("note", "no file");
  const empty = fetch(`${service.url}/v1/recordings`, { method: "POST", body: form });
  assert.match(String(await errorOf(empty)), /^400,there is no recording/);
  assert.match(String(await errorOf(post(service.url, "", "audio/wav"))), /^400,there is no recording/);
  assert.match(
    String(await errorOf(post(service.url, "{}", "application/json"))),
    /^415,application\/json is not taken: send audio\/\*, .* or multipart\/form-data$/,
  );
  assert.match(String(await errorOf(post(service.url, "words", "text/plain"))), /^415,/);
  assert.match(
    String(await errorOf(post(service.url, "words"))),
    /^422,the recording is no sound file that is known/,
  );
  assert.match(
    String(await errorOf(post(service.url, wav.subarray(0, 5000)))),
    /^422,the recording: .* cut off/,
  );
});

test("forms that cannot be read are refused with 400", async () => {
  const cutOff = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.wav"\r\n\r\nRIFF';
  for (const [body, type] of [
    ["x", "multipart/form-data"],
    ["x", "multipart/form-data; boundary=x"],
    [cutOff, "multipart/form-data; boundary=x"],
  ]) {
    assert.match(String(await errorOf(post(service.url, body, type))), /^400,the form cannot be read: ./);
  }
});

test("OGG is taken by its other names, too", async () => {
  const { base64 } = reference.files.find(({ name }) => name.startsWith("OGG"))!;
  for (const type of ["application/ogg", "video/ogg"]) {
    assert.equal((await post(service.url, Buffer.from(base64, "base64"), type)).status, 200);
  }
});

test("above the limits: 413 for bytes, by body and by form, 422 for seconds", async () => {
  assert.match(String(await errorOf(post(service.url, Buffer.alloc(300_001)))), /^413,/);
  const form = new FormData();
  form.append("file", new Blob([Buffer.alloc(300_001)]), "speech.wav");
  assert.match(
    String(await errorOf(fetch(`${service.url}/v1/recordings`, { method: "POST", body: form }))),
    /^413,/,
  );
  assert.match(
    String(await errorOf(post(service.url, Buffer.from(encodeWav(new Float32Array(11 * 8000), 8000))))),
    /^422,.* more than 10 s/,
  );
});

test("small files that decode to hours or gigabytes are refused before they do: 422", async () => {
  for (const [channels, sampleRate] of [
    [8, 48000],
    [1, 8000],
    [1, 192000],
  ]) {
    const bytes = constantFlac({ channels, sampleRate, frames: 1400 });
    assert.ok(bytes.length < 65_536);
    assert.match(
      String(await errorOf(post(service.url, Buffer.from(bytes)))),
      /^422,the recording lasts more than/,
    );
  }
});

test("an upload that drips gets 408 and its end, others are taken meanwhile", patience, async () => {
  const { url } = await serviceOf("plain", { uploadGraceSeconds: 0.1, maxUploads: 2 });
  const { hostname, port } = new URL(url);
  const drips = [0, 1].map(() => connect(Number(port), hostname));
  for (const drip of drips) {
    drip.write(`POST /v1/recordings HTTP/1.1\r\nHost: ${hostname}\r\nContent-Type: audio/wav\r\n`);
    drip.write("Content-Length: 1000000\r\n\r\nx");
  }
  const said = drips.map((drip) => once(drip, "data"));
  await untilTaken(url);
  for (const answer of said) assert.match(String(await answer), /^HTTP\/1.1 408 /);
});

const loud = Buffer.from(
  encodeWav(
    speech.samples.map((sample) => 8 * sample),
    16000,
  ),
);
const silence = Buffer.from(encodeWav(new Float32Array(1600), 16000));

/** The places of recordings are free a moment after the answers. */
async function untilTaken(url: string): Promise<void> {
  while ((await post(url, silence)).status !== 200);
}

test("too many at once: 503; those in work go on, and then the next one is taken", patience, async () => {
  const file = fileToCome("heard");
  const { url } = await serviceOf(`stalls:${file}`, { maxRecordings: 2 });
  const answers = [loud, loud, loud].map((body) => post(url, body));
  const refused = await Promise.race(answers);
  assert.deepEqual(await errorOf(Promise.resolve(refused)), [
    503,
    "2 recordings are in work, which is the most",
  ]);
  writeFileSync(file, "");
  const statuses = (await Promise.all(answers)).map(({ status }) => status);
  assert.deepEqual(statuses.sort(), [200, 200, 503]);
  await untilTaken(url);
});

test("one that takes too long: 503; the next one is taken", patience, async () => {
  const { url } = await serviceOf(`stalls:${fileToCome("never")}`, { maxAnalysisSeconds: 0.5 });
  assert.deepEqual(await errorOf(post(url, loud)), [503, "the recording was not done within 0.5 s"]);
  await untilTaken(url);
});

test("a recording whose client has gone counts as long as it is in work", patience, async () => {
  const file = fileToCome("gone");
  const { url } = await serviceOf(`stalls:${file}`, { maxRecordings: 1 });
  const { hostname, port } = new URL(url);
  const client = connect(Number(port), hostname).resume();
  client.write(`POST /v1/recordings HTTP/1.1\r\nHost: ${hostname}\r\nContent-Type: audio/wav\r\n`);
  client.write(`Content-Length: ${loud.length}\r\n\r\n`);
  client.write(loud);
  while (!existsSync(`${file} stalls`)) await setTimeout(10);
  client.end();
  await once(client, "close"); // when the service has noticed
  assert.equal((await post(url, silence)).status, 503);
  writeFileSync(file, "");
  await untilTaken(url);
});

test("a recording that nobody waits for when its turn comes is not listened to", async () => {
  const model = { module: join(__dirname, "speech-model.fixture.ts"), folder: "fails", warmUpSeconds: 0 };
  const pool = new AnalysisPool(model, 1, defaultLimits);
  const unwanted = pool.recognize(loud, () => false);
  await assert.rejects(unwanted, { name: "BusyError", message: "nobody waits for the recording" });
  await pool.close();
});

test("a large recording goes to its thread, and no copy stays with the service", async () => {
  const model = { module: join(__dirname, "speech-model.fixture.ts"), folder: "plain", warmUpSeconds: 0 };
  const pool = new AnalysisPool(model, 1, defaultLimits);
  const bytes = encodeWav(speech.samples, speech.sampleRate);
  const result = pool.recognize(bytes);
  assert.equal((await result).sampleRate, 16000);
  assert.equal(bytes.length, 0);
  await pool.close();
});

for (const [fault, told] of [
  ["fills memory", "the recording takes more than 64 MiB of memory, which is the most that is given; cut it"],
  ["dies", "the recording ended its analysis; convert it to WAV, or cut it"],
]) {
  test(
    `a model that ${fault}: one 422; a stream beside it hears on, the next is taken`,
    patience,
    async () => {
      const { url } = await serviceOf(fault, { maxRecordingHeapBytes: 64 * 2 ** 20 });
      const stream = await StreamClient.started(url);
      const answers = [loud, silence].map((body) => post(url, body));
      assert.deepEqual(await errorOf(answers[0]), [422, told]);
      assert.equal((await answers[1]).status, 200);
      stream.speak(speech.samples);
      const ends = (await stream.stop()).filter(({ type }) => type === "utterance");
      assert.equal(ends.length, 2);
    },
  );
}

test(
  "a recording that ends the thread: 422; where that cannot be started again: 503 and not ready",
  patience,
  async () => {
    const { url } = await serviceOf(`dies for good:${fileToCome("no model")}`);
    assert.equal((await errorOf(post(url, loud)))[0], 422);
    const again = await errorOf(post(url, silence));
    assert.deepEqual(again, [
      503,
      "an analysis thread that died could not be started again; it is tried every 5 s",
    ]);
    assert.equal((await fetch(`${url}/readyz`)).status, 503);
  },
);
