import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { checks } from "./checks.mjs";
import { root } from "./setup/step.mjs";

for (const { name, args } of checks) {
  test(`check: ${name}`, () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
    assert.equal(status, 0, `${stdout}${stderr}`);
  });
}
