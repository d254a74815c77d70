import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { findSounds } from "./find-sounds";
import { readNames } from "./read-names";

const root = mkdtempSync(join(tmpdir(), "find-sounds-"));
after(() => rmSync(root, { recursive: true }));
mkdirSync(join(root, "a/deep"), { recursive: true });
mkdirSync(join(root, "empty"));
for (const name of ["a/2.wav", "a/1.WAV", "a/deep/3.mp3", "a/notes.txt", "b [1].wav"])
  writeFileSync(join(root, name), "");
const at = (...names: string[]) => names.map((name) => join(root, name));

test("a folder stands for the sound files below it, a pattern for what fits, each once", () => {
  assert.deepEqual(findSounds(at("a")).files, at("a/1.WAV", "a/2.wav", "a/deep/3.mp3"));
  assert.deepEqual(findSounds(at("a/*.wav", "a/2.wav", "a/**/*.mp3")).files, at("a/2.wav", "a/deep/3.mp3"));
});

test("a file with brackets in its name is a file; one that is missing is left to who reads it", () => {
  assert.deepEqual(findSounds(at("b [1].wav", "gone.wav")), {
    files: at("b [1].wav", "gone.wav"),
    missing: [],
  });
});

test("an empty folder and a pattern that fits nothing are told", () => {
  const { files, missing } = findSounds(at("empty", "no*.wav"));
  assert.deepEqual(files, []);
  assert.match(missing[0], /empty: no sound file is in the folder$/);
  assert.match(missing[1], /no\*\.wav: no sound file fits the pattern; correct it$/);
});

test("names are read a line each, with Windows' line ends, in UTF-16, or between zero bytes", () => {
  const bytes = (text: string, encoding: BufferEncoding = "utf8") => Buffer.from(text, encoding);
  for (const list of [
    bytes("a.wav\r\n\r\nü b.wav"),
    bytes("a.wav\0ü b.wav\0"),
    bytes("\ufeffa.wav\nü b.wav\n", "utf16le"),
  ])
    assert.deepEqual(readNames(list, "list.txt"), ["a.wav", "ü b.wav"]);
});
