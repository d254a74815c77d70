import assert from "node:assert/strict";
import { test } from "node:test";
import { fingerprint } from "../corpus/fingerprint";
import { extractInOrder } from "./extract-in-order";

const gone = { file: "wav/gone.wav", path: "/nowhere/wav/gone.wav", speaker: "s", emotion: "joy", extra: {} };
const refused = { name: "InputError", message: /^wav\/gone\.wav: the file is missing \(looked for / };

test("a recording that is not there is refused by name", async () => {
  await assert.rejects(
    extractInOrder([gone], "logmel-v1", { workers: 1, cache: false }, () => {}),
    refused,
  );
  assert.throws(() => fingerprint({ recordings: [gone] }), refused);
});
