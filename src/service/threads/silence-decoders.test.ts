import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeAudio } from "../../lib/audio/decode-audio";
import { silenceDecoders } from "./silence-decoders";

/** A FLAC file whose first frame has good checksums and no sense. */
const damaged = Buffer.from(
  `664c614380000022ffffffff0000000000009fff6ef0${"00".repeat(20)}fff8707800fffe0b${"00".repeat(24)}d7c5fff8707801fffe60${"00".repeat(8)}`,
  "hex",
);

test("decoders do not tell the console of every damaged frame; what else is told goes on", async (t) => {
  const told = t.mock.method(console, "error", () => {});
  const refused = () => assert.rejects(decodeAudio(damaged, "a.flac"), /a.flac is damaged/);
  await refused();
  assert.ok(told.mock.callCount() > 0, "noise that there is to silence");
  told.mock.resetCalls();
  silenceDecoders();
  await refused();
  console.error("another fault");
  assert.deepEqual(
    told.mock.calls.map(({ arguments: parts }) => parts),
    [["another fault"]],
  );
});
