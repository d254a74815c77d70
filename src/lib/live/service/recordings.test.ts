import assert from "node:assert/strict";
import { before, test } from "node:test";
import reference from "../../audio/decode-audio.reference.json";
import { decodeWav } from "../../audio/decode-wav";
import { encodeWav } from "../../audio/encode-wav";
import { analyseWaveform } from "../analyse-waveform";
import { twoUtterances } from "../streams.fixture";
import { loadListener } from "./listener.fixture";
import { serviceOf } from "./service.fixture";
import type { Service } from "./start-service";

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
  const expected = await analyseWaveform(await loadListener("plain"), decodeWav(wav, "speech.wav"));
  assert.deepEqual(result, JSON.parse(JSON.stringify(expected)));
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
  assert.match(String(await errorOf(post(service.url, "{}", "application/json"))), /^415,/);
  assert.match(String(await errorOf(post(service.url, "words", "text/plain"))), /^415,/);
  assert.match(
    String(await errorOf(post(service.url, "words"))),
    /^422,the recording is not WAV, FLAC, MP3 or OGG/,
  );
  assert.match(
    String(await errorOf(post(service.url, wav.subarray(0, 5000)))),
    /^422,the recording: .* cut off/,
  );
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

test("too many at once: 503, as when one takes too long; the next one is taken", async () => {
  const slow = await serviceOf("slow", { maxRecordings: 2, maxAnalysisSeconds: 0.5 });
  const answers = await Promise.all([wav, wav, wav].map((body) => post(slow.url, body)));
  const messages = await Promise.all(
    answers.map(async (answer) => `${answer.status} ${(await answer.json()).message}`),
  );
  assert.ok(messages.includes("503 2 recordings are in work, which is the most"), String(messages));
  assert.ok(messages.includes("503 the recording was not done within 0.5 s"), String(messages));
  let status = 0;
  while (status !== 200)
    status = (await post(slow.url, Buffer.from(encodeWav(new Float32Array(1600), 16000)))).status;
});
