import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { resumeLines } from "./resume-lines";

const root = mkdtempSync(join(tmpdir(), "resume-lines-"));
after(() => rmSync(root, { recursive: true }));
const path = join(root, "out/lines.txt");
const nameOf = (line: string) => /^(\w+):/.exec(line)?.[1];
const text = () => readFileSync(path, "utf8");

test("a missing file is made, with its header", () => {
  assert.deepEqual(resumeLines(path, { nameOf, header: "name: what\n" }), new Set());
  assert.equal(text(), "name: what\n");
});

test("whole lines stay, a half-written one is cut off, be it the header", () => {
  writeFileSync(path, "a: ü\nb: 2\nc");
  assert.deepEqual(resumeLines(path, { nameOf }), new Set(["a", "b"]));
  assert.equal(text(), "a: ü\nb: 2\n");
  writeFileSync(path, "nam");
  resumeLines(path, { nameOf, header: "name: what\n" });
  assert.equal(text(), "name: what\n");
});

test("of several lines a name, those of the last go: some may be missing", () => {
  writeFileSync(path, "a: 1\nb: 1\nb: 2\n");
  assert.deepEqual(resumeLines(path, { nameOf, several: true }), new Set(["a"]));
  assert.equal(text(), "a: 1\n");
});

test("a file of anything else is refused and stays", () => {
  writeFileSync(path, "a: 1\nmy notes\n");
  assert.throws(() => resumeLines(path, { nameOf }), /lines\.txt line 2 is no answer .* choose another/);
  assert.throws(() => resumeLines(path, { nameOf, header: "h\n" }), /line 1/);
  assert.equal(text(), "a: 1\nmy notes\n");
  writeFileSync(path, "my notes without an end");
  assert.throws(() => resumeLines(path, { nameOf, start: "a:" }), /line 1/);
  assert.equal(text(), "my notes without an end");
});
