import assert from "node:assert/strict";
import fs, { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileErrorText } from "./file-error-text";
import { writeFile, writeFolder } from "./paths";

const scratch = mkdtempSync(join(tmpdir(), "ser-leftovers-"));
after(() => rmSync(scratch, { recursive: true }));
/** Above what a process id can be. */
const gone = 4_200_000;

test("a write removes what killed commands left beside it, and nothing else", () => {
  const old = ["run.json", "other.json"].map((name) => `${name}.${gone}-0123abcd.tmp`);
  const running = `run.json.${process.pid}-0123abcd.tmp`;
  const foreign = `run.json.${gone}-notes.tmp`;
  for (const name of [...old, running, foreign]) {
    writeFileSync(join(scratch, name), "half");
    utimesSync(join(scratch, name), 0, 0);
  }
  const young = `run.json.${gone}-89abcdef.tmp`;
  writeFileSync(join(scratch, young), "half");
  writeFile(join(scratch, "run.json"), "{}");
  // What other.json was to become is not there: its leftover may be the only copy.
  assert.deepEqual(readdirSync(scratch).sort(), [old[1], "run.json", running, foreign, young].sort());
});

test("a folder that does not fit on the disk is told by its path, and nothing of it stays", (t) => {
  const folder = join(scratch, "full", "model");
  mkdirSync(join(scratch, "full"));
  const full = Object.assign(new Error("ENOSPC: no space left on device, write"), {
    ...{ code: "ENOSPC", syscall: "write" },
  });
  t.mock.method(fs, "writeFileSync", () => {
    throw full;
  });
  assert.throws(
    () => writeFolder(folder, { "model.json": "{}" }, { name: "a saved model", mark: "model.json" }),
    (error) =>
      fileErrorText(error) === `${folder} does not fit on the disk; make room or choose another place`,
  );
  assert.deepEqual(readdirSync(join(scratch, "full")), []);
});
