import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";

function setUp(env) {
  const options = { encoding: "utf8", env: { ...process.env, ...env } };
  return spawnSync(process.execPath, [join(import.meta.dirname, "setup.mjs")], options);
}

test("a second set-up skips what is done, and says so", () => {
  const { status, stderr } = setUp({});
  assert.equal(status, 0, stderr);
  for (const step of ["npm packages", "Python environment", "Jupyter kernel"]) {
    assert.match(stderr, new RegExp(`${step} +\\| done before`));
  }
});

test("a missing Python is said in one sentence, with the command that cures it", () => {
  const { status, stderr } = setUp({ PYTHON: "/nowhere/python" });
  assert.equal(status, 1);
  assert.match(
    stderr,
    /set-up stopped: Python 3\.10 or later was not found .*: sudo apt-get install python3 python3-venv\n$/,
  );
});
