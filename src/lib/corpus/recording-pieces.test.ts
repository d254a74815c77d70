import assert from "node:assert/strict";
import { test } from "node:test";
import { encodeWav } from "../audio/encode-wav";
import { mostSamples } from "../audio/formats/decode-bounds";
import { wavFile } from "../audio/wav-file";
import { decodeRecording } from "./load-recording";
import { isLong, recordingPieces } from "./recording-pieces";

const named = { path: "talk.wav", file: "talk.wav" };

test("pieces of ten minutes, one after another, are the recording", async () => {
  const samples = Float32Array.from({ length: 4000 * 1300 }, (_, i) => (i % 1000) / 1024);
  const bytes = encodeWav(samples, 4000);
  const lengths: number[] = [];
  let at = 0;
  const { samples: whole } = await decodeRecording(bytes, named);
  for await (const piece of recordingPieces(bytes, named)) {
    lengths.push(piece.samples.length / 4000);
    assert.deepEqual(piece.samples, whole.subarray(at, at + piece.samples.length));
    at += piece.samples.length;
  }
  assert.deepEqual(lengths, [600, 600, 100]);
});

test("long is what is not decoded at once, whose refusal names the cure", async () => {
  const short = encodeWav(new Float32Array(4000), 4000);
  assert.equal(isLong(short, "talk.wav"), false);
  const header = { format: 1, channels: 1, sampleRate: 8000, bytesPerSample: 1 };
  const long = new Uint8Array(wavFile(header, new Uint8Array(mostSamples + 1)));
  assert.equal(isLong(long, "talk.wav"), true);
  await assert.rejects(
    decodeRecording(long, named),
    /lasts more than 69 minutes at 8000 Hz.*; cut it, or let ser predict --timeline find its utterances/,
  );
});
