import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { inspectRecording } from "../corpus/health/inspect-recording";
import { fileErrorText } from "./file-error-text";
import { listTree } from "./list-tree";
import { readNamedFile } from "./read-named-file";

const folder = mkdtempSync(join(tmpdir(), "ser-named-"));
const at = (name: string) => join(folder, name);
execFileSync("mkfifo", [at("pipe.wav")]);
symlinkSync("/dev/zero", at("zero.wav"));
symlinkSync("pipe.wav", at("linked.wav"));
symlinkSync("loop.wav", at("loop.wav"));
writeFileSync(at("a.wav"), "a");
symlinkSync("a.wav", at("b.wav"));

test("devices and pipes are refused unread, by whoever reads a file that was named", () => {
  for (const name of ["pipe.wav", "zero.wav", "linked.wav"]) {
    const refusal = { name: "InputError", message: /is a device or a pipe, which may have no end; name / };
    assert.throws(() => readNamedFile(at(name)), refusal);
    assert.throws(() => inspectRecording({ path: at(name), file: name }), refusal);
  }
  assert.equal(readNamedFile(at("b.wav")).toString(), "a");
});

test("a pipe of the shell is read to its end", () => {
  const program = `process.stdout.write(require("./src/lib/disk/read-named-file").readNamedFile(process.argv[1]))`;
  const loader = ["--require", "./src/lib/jobs/typescript.cjs", "-e", program];
  const { stdout, stderr } = spawnSync(
    "bash",
    ["-c", '"$0" "$@" <(echo a; echo b)', process.execPath, ...loader],
    { encoding: "utf8" },
  );
  assert.equal(stdout, "a\nb\n", stderr);
});

test("a loop of links is told in one sentence", () => {
  assert.throws(
    () => readNamedFile(at("loop.wav")),
    (error) => fileErrorText(error) === `${at("loop.wav")} is a link that leads to itself; correct the link`,
  );
});

test("a folder's files are regular ones and links to them; a link to nothing is told where it is read", () => {
  assert.deepEqual(listTree(folder), ["a.wav", "b.wav", "loop.wav"]);
});
