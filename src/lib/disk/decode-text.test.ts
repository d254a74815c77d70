import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeText } from "./decode-text";

const text = "file,emotion\na.wav,für\nb.wav,fär\n";
const utf16 = Buffer.from(`\uFEFF${text}`, "utf16le");

test("UTF-8 and UTF-16 with a byte order mark read the same", () => {
  for (const bytes of [Buffer.from(text), Buffer.from(`\uFEFF${text}`), utf16, Buffer.from(utf16).swap16()]) {
    assert.equal(decodeText(bytes, "labels.csv"), text);
  }
});

test("another encoding is refused with the line, rather than two labels taken for one", () => {
  assert.throws(() => decodeText(Buffer.from(text, "latin1"), "labels.csv"), {
    name: "InputError",
    message: /^labels\.csv line 2 is not in UTF-8.*save the file as UTF-8$/,
  });
  assert.throws(() => decodeText(utf16.subarray(0, 9), "labels.csv"), /labels\.csv line 1/);
});
