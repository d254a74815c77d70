import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { projectRoot } from "../disk/paths";
import { resultsFolder } from "./run-folder";

test("a name that would lead out of results/ is refused, any other is a folder there", () => {
  for (const name of ["", ".", "..", "...", "../../x", "a/b", "/tmp", "a\\b", "a\0"]) {
    assert.throws(() => resultsFolder(name), {
      name: "InputError",
      message: /must be a folder's name in results/,
    });
  }
  for (const name of ["emodb", "..a", "my corpus", "ü"]) {
    assert.equal(resultsFolder(name), join(projectRoot, "results", name));
  }
});
