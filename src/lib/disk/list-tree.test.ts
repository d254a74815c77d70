import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { listTree } from "./list-tree";

const scratch = mkdtempSync(join(tmpdir(), "ser-tree-"));
after(() => rmSync(scratch, { recursive: true }));

test("files are listed by their path, hidden ones are not, and a link that leads back ends", () => {
  mkdirSync(join(scratch, "b", "deep"), { recursive: true });
  mkdirSync(join(scratch, "__MACOSX"));
  for (const name of ["z.txt", "b/deep/a.wav", "b/._a.wav", "__MACOSX/a.wav"]) {
    writeFileSync(join(scratch, name), "");
  }
  symlinkSync(scratch, join(scratch, "b", "loop"));
  assert.deepEqual(listTree(scratch), ["b/deep/a.wav", "z.txt"]);
});
