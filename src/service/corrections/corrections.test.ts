import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { decodeWav } from "../../lib/audio/decode-wav";
import { encodeWav } from "../../lib/audio/encode-wav";
import { openCorpus } from "../../lib/corpus/open-corpus";
import { fileToCome, serviceOf } from "../service.fixture";
import { CorrectionStore } from "./correction-store";
import { trainingCommand } from "./training-command";

const labels = ["anger", "neutral", 'sad, or "blue"'];
const wav = encodeWav(
  Float32Array.from({ length: 8000 }, (_, n) => 0.5 * Math.sin(0.1 * n)),
  16000,
);
const sad = { emotion: labels[2], speaker: "Zoë", predicted: "anger" };

test("corrections are a corpus that opens, and go on where they were left", async () => {
  const folder = fileToCome("kept");
  assert.equal(existsSync(folder), false);
  new CorrectionStore(folder, labels).keep(wav, sad);
  const kept = new CorrectionStore(folder, labels).keep(wav, { ...sad, emotion: "neutral", speaker: "Ada" });
  assert.deepEqual(kept, { folder, recordings: 2, speakers: 2, emotions: 2 });
  const { recordings } = await openCorpus(folder);
  assert.deepEqual(
    recordings.map(({ file, emotion, speaker, extra }) => [file, emotion, speaker, extra.predicted]),
    [
      ["wav/0001.wav", labels[2], "Zoë", "anger"],
      ["wav/0002.wav", "neutral", "Ada", "anger"],
    ],
  );
  const heard = decodeWav(readFileSync(join(folder, "wav/0001.wav")), "0001.wav");
  assert.deepEqual(heard.samples, decodeWav(wav, "tone").samples);
});

test("a sound whose row was taken out by hand is not replaced", () => {
  const folder = fileToCome("taken out");
  new CorrectionStore(folder, labels).keep(wav, sad);
  writeFileSync(join(folder, "metadata.csv"), "file,emotion,speaker,predicted\n");
  new CorrectionStore(folder, labels).keep(wav, sad);
  assert.deepEqual(readdirSync(join(folder, "wav")), ["0001.wav", "0002.wav"]);
});

test("what is no correction is refused, and nothing of it is kept", () => {
  const folder = fileToCome("refused");
  const store = new CorrectionStore(folder, labels);
  const refused = (change: object, bytes = wav) =>
    assert.throws(() => store.keep(bytes, { ...sad, ...change }), { name: "InputError" });
  refused({ emotion: "joy" });
  refused({ predicted: "joy" });
  for (const speaker of ["", "=1+1", "a\nb", "x".repeat(41)]) refused({ speaker });
  refused({}, new TextEncoder().encode("no sound"));
  refused({}, encodeWav(new Float32Array(61 * 8000), 8000));
  assert.equal(existsSync(folder), false);
});

test("a folder of anything else is refused", () => {
  const folder = fileToCome("other");
  new CorrectionStore(folder, labels).keep(wav, sad);
  writeFileSync(join(folder, "metadata.csv"), "file,emotion\na.wav,anger\n");
  assert.throws(
    () => new CorrectionStore(folder, labels),
    /has other columns than file, emotion, speaker, predicted/,
  );
  assert.throws(() => new CorrectionStore(join(folder, "wav"), labels), /holds other files/);
});

test("the command that trains again is told for a shell", () => {
  const model = { model: "lda", featureSet: "conditioned:librosa-v1", normalize: "speaker" } as const;
  assert.equal(
    trainingCommand("/home/a b/it's", model),
    "npm run --silent ser -- train --corpus '/home/a b/it'\\''s' --features conditioned:librosa-v1 --model lda --normalize speaker --out '/home/a b/it'\\''s-model'",
  );
});

test("the service keeps a corrected utterance only where that was asked for", async () => {
  const corrections = fileToCome("asked");
  const [off, on] = [await serviceOf("plain"), await serviceOf("plain", {}, { corrections })];
  const post = (url: string, query: string, body = wav) =>
    fetch(`${url}/v1/corrections?${query}`, {
      method: "POST",
      headers: { "content-type": "audio/wav" },
      body: Buffer.from(body),
    });
  const model = async (url: string) => (await fetch(`${url}/v1/model`)).json();
  assert.equal((await post(off.url, "emotion=anger&speaker=me")).status, 404);
  assert.equal("corrections" in (await model(off.url)), false);
  assert.equal((await post(on.url, "emotion=anger")).status, 400);
  assert.equal((await post(on.url, "emotion=joy&speaker=me")).status, 422);
  assert.equal(existsSync(corrections), false);
  const answer = await (await post(on.url, "emotion=anger&speaker=me&predicted=sadness")).json();
  assert.deepEqual(answer, (await model(on.url)).corrections);
  assert.deepEqual([answer.recordings, answer.folder], [1, corrections]);
  assert.match(
    answer.train,
    /^npm run --silent ser -- train --corpus \S+asked --features plain-v1 --model logistic /,
  );
  assert.deepEqual(readdirSync(corrections).sort(), ["metadata.csv", "wav"]);
});

test("voices are kept by a service of this machine alone", async () => {
  for (const options of [{ host: "0.0.0.0" }, { basePath: "/lab" }, { origins: ["https://lab.example"] }]) {
    await assert.rejects(serviceOf("plain", {}, { ...options, corrections: fileToCome("far") }), {
      name: "InputError",
      message: /a service of this machine alone: leave out --host, --base-path and --origin/,
    });
  }
});
