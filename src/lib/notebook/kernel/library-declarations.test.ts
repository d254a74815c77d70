import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { projectRoot } from "../../disk/paths";
import { declaredLibrary } from "./library-declarations";

const name = "src/lib/check.ts";
const path = join(projectRoot, name);
const digest = createHash("sha1").update(readFileSync(path, "utf8")).digest("hex");

test("a declaration counts while its source is the one that it was made from", () => {
  const text = "export {};";
  assert.deepEqual([...declaredLibrary(new Map([[name, { digest, text }]])).texts], [[path, text]]);
  const edited = declaredLibrary(new Map([[name, { digest: "of another text", text }]]));
  assert.deepEqual([edited.texts.size, edited.isStale], [0, true]);
});

test("a declaration of a file that is gone is left out", () => {
  const { texts } = declaredLibrary(new Map([["src/lib/gone.ts", { digest, text: "" }]]));
  assert.equal(texts.size, 0);
});
