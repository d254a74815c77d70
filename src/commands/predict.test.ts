import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { encodeWav } from "../lib/audio/encode-wav";
import { wavFile } from "../lib/audio/wav-file";
import { projectRoot } from "../lib/disk/paths";
import { twoUtterances } from "../lib/live/streams.fixture";
import { defaultModelFolder } from "../lib/loading/default-model";

const scratch = mkdtempSync(join(tmpdir(), "ser-predict-"));
after(() => rmSync(scratch, { recursive: true }));

function predict(args: readonly string[], input?: string | Uint8Array) {
  const child = spawnSync(
    process.execPath,
    [join(projectRoot, "scripts/ser.cjs"), "predict", "--model", defaultModelFolder, ...args],
    { cwd: scratch, encoding: "utf8", input, env: { ...process.env, INIT_CWD: "" } },
  );
  return { code: child.status, out: child.stdout, err: child.stderr };
}

const sound = Buffer.from(encodeWav(twoUtterances(), 16000));
mkdirSync(join(scratch, "talks/deep"), { recursive: true });
for (const name of ["talks/2.wav", "talks/deep/3.wav", "1.wav"]) writeFileSync(join(scratch, name), sound);
writeFileSync(join(scratch, "talks/bad.wav"), "no sound at all\n");
writeFileSync(join(scratch, "list.txt"), "1.wav\ngone.wav\n");
const files = ["1.wav", "talks/2.wav", "talks/deep/3.wav"];
const filesOf = (text: string) =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line).file);

test("folders, patterns, lists and standard input are answered as far as they can be, the rest is listed at the end", () => {
  const named = predict(["-", "talks", "none*.wav", "--files", "list.txt"], "1.wav\n");
  assert.equal(named.code, 1);
  assert.deepEqual(filesOf(named.out), files);
  const sentences = named.err.trimEnd().split("\n").slice(-3);
  assert.match(sentences[0], /^none\*\.wav: no sound file fits the pattern/);
  assert.match(sentences[1], /^talks\/bad\.wav is no sound file that is known/);
  assert.match(sentences[2], /^gone\.wav: the file is missing/);
  const [told] = predict(["-"], sound).out.split("\n");
  assert.deepEqual({ ...JSON.parse(told), file: "1.wav" }, JSON.parse(named.out.split("\n")[0]));
});

test("--out goes on where it was interrupted, to the same bytes, and computes nothing twice", () => {
  const whole = predict([...files, "--out", "whole.jsonl"]);
  assert.deepEqual([whole.code, whole.out], [0, ""]);
  const bytes = readFileSync(join(scratch, "whole.jsonl"), "utf8");
  assert.deepEqual(filesOf(bytes), files);
  const part = join(scratch, "part.jsonl");
  // The first line tells another number than the model gives: it is kept as it is.
  const [first, ...rest] = bytes.split("\n");
  const kept = first.replace(/"unlike":[^,]*/, '"unlike":99');
  writeFileSync(part, `${kept}\n${rest[0].slice(0, 40)}`);
  assert.equal(predict([...files, "--out", "part.jsonl"]).code, 0);
  assert.equal(readFileSync(part, "utf8"), [kept, ...rest].join("\n"));
});

test("a time line tells both utterances, in one text or in a file for each recording", () => {
  const lines = predict(["1.wav", "--timeline", "jsonl"]).out.trimEnd().split("\n");
  const [first, second] = lines.map((line) => JSON.parse(line));
  assert.deepEqual(Object.keys(first), ["file", "start", "end", "emotion", "probabilities"]);
  assert.ok(0.3 < first.start && first.end < second.start && second.end < sound.length / 32000);
  assert.equal(lines.length, 2);
  assert.equal(predict(["1.wav", "talks", "--timeline", "textgrid", "--out", "grids"]).code, 1);
  for (const name of ["1", "talks/2", "talks/deep/3"]) {
    assert.match(readFileSync(join(scratch, "grids", `${name}.TextGrid`), "utf8"), /^File type/);
  }
});

test("nothing named, an unknown form and several recordings for one text are wrong usage", () => {
  for (const [args, message] of [
    [[], /^no recording is named/],
    [["1.wav", "--timeline", "srt"], /^--timeline srt must be one of jsonl, csv/],
    [["1.wav", "talks", "--timeline", "vtt"], /^a \.vtt file is of one recording; give a folder to --out/],
  ] as const) {
    const { code, err } = predict(args);
    assert.equal(code, 2, err);
    assert.match(err, message);
  }
});

test("--channel picks who is heard; a channel that is not there is told", () => {
  const talk = twoUtterances();
  const both = new Float32Array(2 * talk.length);
  for (let i = 0; i < talk.length; i++) both[2 * i + 1] = talk[i];
  writeFileSync(join(scratch, "stereo.wav"), stereo(both));
  const told = (...args: string[]) => predict(["stereo.wav", ...args]);
  const second = JSON.parse(told("--channel", "2").out);
  const alone = JSON.parse(predict(["1.wav"]).out);
  assert.deepEqual({ ...second, file: "1.wav" }, alone);
  assert.equal(JSON.parse(told("--channel", "1").out).reason, "no speech found");
  const third = told("--channel", "3");
  assert.deepEqual([third.code, third.out], [1, ""]);
  assert.match(third.err, /^stereo\.wav: channel 3 is not there, the file has 2; count from 1/);
});

/** A WAV file of two channels. */
function stereo(interleaved: Float32Array): Uint8Array {
  const header = { format: 1, channels: 2, sampleRate: 16000, bytesPerSample: 2 };
  return new Uint8Array(wavFile(header, encodeWav(interleaved, 16000).subarray(44)));
}
