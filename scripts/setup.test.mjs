import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { genuineFile } from "./setup/genuine-file.mjs";

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

test("a wheel in the cache that is not the one that is wanted is removed and not used", () => {
  const folder = mkdtempSync(join(tmpdir(), "ser-wheels-"));
  const wheel = join(folder, "tensorflow_cpu.whl");
  const sha256 = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"; // of "hello"
  writeFileSync(wheel, "hello");
  assert.equal(genuineFile(folder, "tensorflow_cpu", sha256), wheel);
  writeFileSync(wheel, "hellp");
  assert.equal(genuineFile(folder, "tensorflow_cpu", sha256), undefined);
  assert.ok(!existsSync(wheel));
  assert.equal(genuineFile(join(folder, "nowhere"), "tensorflow_cpu", sha256), undefined);
  rmSync(folder, { recursive: true });
});

test("every Python package is pinned by version and digest", () => {
  const text = readFileSync(join(import.meta.dirname, "requirements.txt"), "utf8");
  const entries = text.replace(/^#.*\n/gm, "").split(/\n(?=\S)/);
  assert.ok(entries.length > 80);
  for (const entry of entries)
    assert.match(entry, /^[\w.-]+==\S+.*( \\\n {4}--hash=sha256:[0-9a-f]{64})+\n?$/);
});

test("npm run kernel puts the kernel where a user's Jupyter looks, and tells how to remove it", () => {
  const data = mkdtempSync(join(tmpdir(), "jupyter-data-"));
  const options = { encoding: "utf8", env: { ...process.env, JUPYTER_DATA_DIR: data } };
  const { status, stdout } = spawnSync(process.execPath, [join(import.meta.dirname, "kernel.mjs")], options);
  assert.equal(status, 0);
  assert.match(stdout, /To remove it: jupyter kernelspec remove speech-emotion/);
  const spec = JSON.parse(readFileSync(join(data, "kernels", "speech-emotion", "kernel.json"), "utf8"));
  assert.equal(spec.argv[1], join(import.meta.dirname, "..", "src", "lib", "notebook", "kernel.cjs"));
  rmSync(data, { recursive: true });
});
