import assert from "node:assert/strict";
import fs, { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { Worker } from "node:worker_threads";
import { checkPlace, checkReplaceable, projectRoot, temporaryBeside, writeFolder } from "./paths";

const model = { name: "a model", mark: "a" };
const scratch = mkdtempSync(join(tmpdir(), "ser-paths-"));
after(() => rmSync(scratch, { recursive: true }));

test("threads and calls get different temporary names", async () => {
  const code = `
    require(${JSON.stringify(join(projectRoot, "src/lib/jobs/typescript.cjs"))});
    const { temporaryBeside } = require(${JSON.stringify(join(projectRoot, "src/lib/disk/paths.ts"))});
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
  writeFolder(folder, { a: "old", b: "old" }, model);
  writeFolder(`${folder}/`, { a: "new", b: "new" }, model);
  assert.equal(readFileSync(join(folder, "b"), "utf8"), "new");
  assert.deepEqual(readdirSync(scratch), ["model"]);
});

test("the folder that was to be replaced stays where the new one cannot take its place", (t) => {
  const folder = join(scratch, "kept");
  writeFolder(folder, { a: "old" }, model);
  const { renameSync } = fs;
  const renaming = t.mock.method(fs, "renameSync", (from: string, to: string) => {
    if (readFileSync(join(from, "a"), "utf8") === "new") throw new Error("disk full");
    renameSync(from, to);
  });
  assert.throws(() => writeFolder(folder, { a: "new" }, model), /disk full/);
  renaming.mock.restore();
  assert.equal(readFileSync(join(folder, "a"), "utf8"), "old");
  assert.equal(readdirSync(scratch).filter((name) => name.startsWith("kept")).length, 1);
});

test("what is not recognised as an older folder of the kind is never replaced", () => {
  const folder = mkdtempSync(join(scratch, "mine-"));
  checkReplaceable(folder, ["a", "b"], model);
  writeFileSync(join(folder, "b"), "notes");
  assert.throws(() => writeFolder(folder, { a: "new", b: "new" }, model), {
    name: "InputError",
    message: /holds b but no a, so it is not a model that could be replaced; choose another directory/,
  });
  assert.equal(readFileSync(join(folder, "b"), "utf8"), "notes");
  assert.throws(
    () => checkReplaceable(join(folder, "b"), ["a"], model),
    /b is a file, it must be a directory for a model/,
  );
});

test("a place below a file is refused before the work", () => {
  const file = join(scratch, "file.txt");
  writeFileSync(file, "notes");
  assert.throws(
    () => checkPlace(join(file, "run", "x.csv")),
    /file\.txt is a file and no folder; choose another place/,
  );
  checkPlace(join(scratch, "new", "run"));
});
