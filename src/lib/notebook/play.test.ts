import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { decodeWav } from "../audio/decode-wav";
import { displayed } from "./displayed.fixture";
import { play } from "./play";

afterEach(() => {
  delete process.env.NB_PARAMS;
});

const waveform = { samples: Float32Array.of(0, 0.5, -0.5, 0), sampleRate: 16000 };

test("a player carries the recording itself", async () => {
  const [{ data }] = await displayed(() => play([{ caption: "anger & fear", waveform }]));
  const [, base64] = /src="data:audio\/wav;base64,([^"]+)"/.exec(data["text/html"])!;
  const bytes = Uint8Array.from(Buffer.from(base64, "base64"));
  const { samples, sampleRate } = decodeWav(bytes, "player");
  assert.deepEqual({ samples, sampleRate }, waveform);
  assert.match(data["text/html"], /<figcaption>anger &amp; fear<\/figcaption>/);
});

test("under --no-audio a note stands in its place", async () => {
  process.env.NB_PARAMS = '{"audio": false}';
  const [{ data }] = await displayed(() => play([{ caption: "anger", waveform }]));
  assert.doesNotMatch(data["text/html"], /<audio/);
  assert.equal(data["text/plain"], "[players left out by --no-audio: anger]");
});
