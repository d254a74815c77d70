import assert from "node:assert/strict";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { cacheIsWritable } from "./cache-is-writable";

test("a cache that cannot be written is said once", (t) => {
  const folder = mkdtempSync(join(tmpdir(), "cache-"));
  writeFileSync(join(folder, "file"), "");
  const said = t.mock.method(console, "error", () => {});
  assert.equal(cacheIsWritable(join(folder, "new")), true);
  assert.equal(cacheIsWritable(join(folder, "file", "cache")), false);
  assert.equal(cacheIsWritable(join(folder, "file", "cache")), false);
  assert.equal(said.mock.callCount(), 1);
  assert.match(
    String(said.mock.calls[0].arguments),
    /file\/cache cannot be written \(ENOTDIR\): features are not kept/,
  );
});
