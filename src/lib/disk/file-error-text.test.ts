import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileErrorText } from "./file-error-text";
import { temporaryBeside } from "./paths";

const folder = mkdtempSync(join(tmpdir(), "file-error-text-"));
const file = join(folder, "file");
writeFileSync(file, "");

/** What is said of the error that a call ends with. */
function textOf(call: () => void): string | undefined {
  try {
    call();
  } catch (error) {
    return fileErrorText(error);
  }
  return assert.fail("no error");
}

test("errors of files are told by path and cure, under the name that was asked for", () => {
  assert.equal(
    textOf(() => readFileSync(join(folder, "gone.csv"))),
    `${folder}/gone.csv does not exist; correct the path`,
  );
  assert.match(
    textOf(() => writeFileSync(join(file, "x"), ""))!,
    /file\/x leads through a file that is no folder/,
  );
  assert.match(textOf(() => writeFileSync(folder, ""))!, /is a folder where a file is needed/);
  const temporary = temporaryBeside(join(file, "x.csv"));
  assert.match(textOf(() => writeFileSync(temporary, ""))!, /file\/x\.csv leads/);
  const other = mkdtempSync(join(tmpdir(), "file-error-text-"));
  assert.match(textOf(() => renameSync(file, other))!, new RegExp(`^${other} is a folder`));
  assert.match(textOf(() => readFileSync(folder))!, /^a path is a folder where a file is needed/);
});

test("other errors are left to their stack", () => {
  for (const error of [
    new Error("bug"),
    new TypeError("bug"),
    Object.assign(new Error("bug"), { code: "ENOENT" }),
    "bug",
  ]) {
    assert.equal(fileErrorText(error), undefined);
  }
});
