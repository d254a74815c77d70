import assert from "node:assert/strict";
import fs, { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { Worker } from "node:worker_threads";
import { projectRoot, temporaryBeside, writeFolder } from "./paths";

const scratch = mkdtempSync(join(tmpdir(), "ser-paths-"));
after(() => rmSync(scratch, { recursive: true }));

test("threads and calls get different temporary names", async () => {
  const code = `
    require(${JSON.stringify(join(projectRoot, "scripts/typescript.cjs"))});
    const { temporaryBeside } = require(${JSON.stringify(join(projectRoot, "src/lib/paths.ts"))});
    require("node:worker_threads").parentPort.postMessage(temporaryBeside("x"));`;
  const inThread = () =>
    new Promise<string>((resolve, reject) => {
      new Worker(code, { eval: true }).once("message", resolve).once("error", reject);
    });
  const names = await Promise.all([inThread(), inThread()]);
  assert.equal(new Set([...names, temporaryBeside("x"), temporaryBeside("x")]).size, 4);
});

test("a folder is replaced as a whole, also where its name ends in a slash", () => {
  const folder = join(scratch, "model");
  writeFolder(folder, { a: "old", b: "old" }, "a model");
  writeFolder(`${folder}/`, { a: "new", b: "new" }, "a model");
  assert.equal(readFileSync(join(folder, "b"), "utf8"), "new");
  assert.deepEqual(readdirSync(scratch), ["model"]);
});

test("the folder that was to be replaced stays where the new one cannot take its place", (t) => {
  const folder = join(scratch, "kept");
  writeFolder(folder, { a: "old" }, "a model");
  const { renameSync } = fs;
  const renaming = t.mock.method(fs, "renameSync", (from: string, to: string) => {
    if (readFileSync(join(from, "a"), "utf8") === "new") throw new Error("disk full");
    renameSync(from, to);
  });
  assert.throws(() => writeFolder(folder, { a: "new" }, "a model"), /disk full/);
  renaming.mock.restore();
  assert.equal(readFileSync(join(folder, "a"), "utf8"), "old");
  assert.equal(readdirSync(scratch).filter((name) => name.startsWith("kept")).length, 1);
});
