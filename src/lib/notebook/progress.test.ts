import assert from "node:assert/strict";
import { test } from "node:test";
import { displayed } from "./displayed.fixture";
import { progress } from "./progress";

const texts = (messages: Awaited<ReturnType<typeof displayed>>) =>
  messages.map(({ data }) => data["text/plain"]);

test("one line changes in place and rests as what was worked on, whether there was work or not", async (t) => {
  t.mock.method(performance, "now", () => 1); // the process has just begun
  const messages = await displayed(() => {
    const tell = progress("librosa-v1", "4 recordings, librosa-v1");
    tell(1, 4, "03a01.wav");
    tell(4, 4);
  });
  assert.match(texts(messages)[1], /^librosa-v1 {2}█{6}░{18} 1\/4, \d+ s left, 03a01\.wav$/);
  assert.deepEqual(
    [texts(messages)[0], texts(messages)[2]],
    ["4 recordings, librosa-v1", "4 recordings, librosa-v1"],
  );
  assert.deepEqual(
    messages.map(({ update }) => update),
    [false, true, true],
  );
  assert.equal(new Set(messages.map(({ transient }) => transient.display_id)).size, 1);
  assert.deepEqual(texts(await displayed(() => progress("librosa-v1"))), ["librosa-v1"]);
});

test("quick steps do not flood the viewer: a line every 150 ms", async (t) => {
  let now = 1;
  t.mock.method(performance, "now", () => now);
  const messages = await displayed(() => {
    const tell = progress("folds");
    for (let done = 1; done <= 1000; done++, now++) tell(done, 1000);
  });
  assert.equal(messages.length, 1 + Math.ceil(999 / 150) + 1);
});
