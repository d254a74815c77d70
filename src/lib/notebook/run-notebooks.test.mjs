import assert from "node:assert/strict";
import { existsSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, test } from "node:test";
import { root } from "../../../scripts/setup/step.mjs";
import { scratchFolder, writeNotebook } from "./notebook.fixture.mjs";

const require = createRequire(import.meta.url);
require("../jobs/typescript.cjs");
const { runNotebooks } = require("./run-notebooks.ts");

const chapters = scratchFolder("chapters");
const name = `test-chapters-${process.pid}`;
const results = join(root, "results", name);
after(() => {
  for (const path of [chapters, results]) rmSync(path, { recursive: true, force: true });
});

test("chapters go on after one that fails and one that crashes, which are told with cell and reason", async () => {
  const crash = 'process.kill(process.pid, "SIGSEGV");\nawait new Promise(() => {});';
  writeNotebook(join(chapters, "01_crash.ipynb"), ["const a = 1;", crash]);
  writeNotebook(join(chapters, "02_throws.ipynb"), ['throw new Error("no such voice");']);
  writeNotebook(join(chapters, "03_runs.ipynb"), ["console.log(1 + 1);"]);
  assert.deepEqual(await runNotebooks({ corpus: "data/synthetic", name, chapters }), [
    "01_crash.ipynb was ended by SIGSEGV in cell 2 of 2",
    "02_throws.ipynb failed in cell 1 of 1",
  ]);
  const made = ["01_crash", "02_throws", "03_runs"].filter((chapter) =>
    existsSync(join(results, "rendered", `${chapter}.html`)),
  );
  assert.deepEqual(made, ["03_runs"]);
});
