import assert from "node:assert/strict";
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { encodeWav } from "../lib/audio/encode-wav";
import { projectRoot } from "../lib/disk/paths";
import { createFeatureSet } from "../lib/features/feature-sets";
import { recognizeWaveform } from "../lib/live/recognize-waveform";
import { twoUtterances } from "../lib/live/streams.fixture";
import { loadSpeechModel } from "../lib/loading/load-speech-model";
import { savedModel } from "../page/trained-model.fixture";
import { StreamClient } from "./service.fixture";

const command = join(projectRoot, "scripts/ser.cjs");
let model: string;
const children: ChildProcess[] = [];
after(() => {
  for (const child of children) child.kill("SIGKILL");
});
const speech = twoUtterances().map((sample) => Math.round(sample * 32768) / 32768);

before(async () => {
  model = await savedModel(createFeatureSet("librosa-v1"), "svm-linear");
});

async function serve(...options: string[]) {
  const child = spawn(process.execPath, [command, "serve", "--model", model, "--port", "0", ...options], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.push(child);
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => printed.push(String(data)));
  const [line] = await once(createInterface(child.stdout), "line");
  return { url: /http:\S+\d/.exec(line)![0], child, printed };
}

test("ser serve decides as ser predict does; SIGTERM: last events, 1001, exit code 0", async () => {
  const { url, child } = await serve();
  const body = Buffer.from(encodeWav(speech, 16000));
  const headers = { "content-type": "audio/wav" };
  const answer = await (await fetch(`${url}/v1/recordings`, { method: "POST", body, headers })).json();
  const speechModel = await loadSpeechModel(model);
  const { label, probabilities } = await recognizeWaveform(speechModel, {
    samples: speech,
    sampleRate: 16000,
  });
  assert.equal(answer.emotion, label);
  assert.deepEqual(Object.values(answer.probabilities), probabilities);

  const client = await StreamClient.started(url);
  client.speak(speech.subarray(0, 24000));
  await once(client.socket, "message");
  const exit = once(child, "exit");
  child.kill("SIGTERM");
  assert.equal((await client.closed).code, 1001);
  assert.equal(client.events[client.events.length - 1].type, "utterance");
  assert.deepEqual(await exit, [0, null]);
});

test("the token is in nothing that the command prints, whoever sends it and however", async () => {
  const token = "t0ken-of-the-test";
  const { url, child, printed } = await serve("--token", token, "--host", "0.0.0.0");
  const local = url.replace("0.0.0.0", "127.0.0.1");
  const wrong = `${token}-and-more`;
  for (const bearer of [token, wrong]) {
    const headers = { authorization: `Bearer ${bearer}`, "content-type": "audio/wav" };
    for (const path of ["/v1/model", `/v1/model?token=${bearer}`, `/${bearer}`, "/metrics"])
      await (await fetch(local + path, { headers })).text();
    const body = Buffer.from(bearer);
    await (await fetch(`${local}/v1/recordings?token=${bearer}`, { method: "POST", headers, body })).text();
  }
  const stream = await new StreamClient(local, ["bearer", token]).opened();
  stream.send({ type: "start", [token]: token });
  assert.equal((await stream.closed).code, 1007);
  await assert.rejects(new StreamClient(local, ["bearer", wrong]).opened(), /401/);
  const exit = once(child, "exit");
  child.kill("SIGTERM");
  await exit;
  assert.match(printed.join(""), /listening on [\s\S]*others reach it at/);
  assert.ok(!printed.join("").includes(token), printed.join(""));
});

test("exit codes: 1 for a model that is not there, 2 for wrong usage, each with one sentence", async () => {
  const fails = async (...options: string[]) => {
    const error = await promisify(execFile)(process.execPath, [command, "serve", ...options]).catch(
      (error) => error,
    );
    assert.equal(error.stderr.trim().split("\n").length, 1, error.stderr);
    return error.code;
  };
  assert.equal(await fails("--model", "nowhere"), 1);
  assert.equal(await fails("--model", model, "--token", "not a token"), 1);
  assert.equal(await fails("--model", model, "--host", "0.0.0.0", "--corrections", "kept"), 1);
  assert.equal(await fails("--model", model, "--max-streams", "0"), 2);
  assert.equal(await fails("--model", model, "--port", "70000"), 2);
  assert.equal(await fails("--model"), 2);
});
