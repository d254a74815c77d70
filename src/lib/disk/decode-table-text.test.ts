import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeTableText } from "./decode-table-text";

const text = "file,emotion\na.wav,für\nb.wav,fär – “so”\n";

test("UTF-8 is read without a note", () => {
  assert.deepEqual(decodeTableText(Buffer.from(text), "labels.csv"), { text });
});

test("Windows-1252 is read and said, quotes and dashes of its own among it", () => {
  const bytes = Buffer.from(text, "latin1");
  const western = Buffer.from(
    [...text].map((letter) => ({ "–": 0x96, "“": 0x93, "”": 0x94 })[letter] ?? letter.charCodeAt(0)),
  );
  const { text: read, note } = decodeTableText(western, "labels.csv");
  assert.equal(read, text);
  assert.match(note ?? "", /^labels\.csv is not in UTF-8 and was read as Windows-1252/);
  assert.notEqual(decodeTableText(bytes, "labels.csv").note, undefined);
});

test("other encodings are refused with the line, as their letters would be others", () => {
  const cyrillic = Buffer.from([0x0a, 0xe3, 0xed, 0xe5, 0xe2, 0x0a]); // "гнев" in Windows-1251
  const chinese = Buffer.from([0xc9, 0xfa, 0xc6, 0xf8, 0x0a]); // "生气" in GB2312
  assert.throws(() => decodeTableText(cyrillic, "labels.csv"), /labels\.csv line 2 is not in UTF-8/);
  assert.throws(() => decodeTableText(chinese, "labels.csv"), /labels\.csv line 1 is not in UTF-8/);
});
