import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { root } from "../../../scripts/setup/step.mjs";
import { scratchFolder } from "./notebook.fixture.mjs";

const folder = scratchFolder("solutions");
const name = `test-solutions-${process.pid}`;
const chapters = readdirSync(join(root, "notebooks")).filter((file) => file.endsWith(".ipynb"));
const answersOf = (chapter) => `${chapter.slice(0, 2)}_answers.ipynb`;
const textOf = (path) =>
  JSON.parse(readFileSync(path, "utf8"))
    .cells.map(({ source }) => [source].flat().join(""))
    .join("\n\n");

before(async () => {
  const require = createRequire(import.meta.url);
  require("../jobs/typescript.cjs");
  const { makeSyntheticCorpus } = require("../corpus/adapters/make-synthetic-corpus.ts");
  const size = { speakers: 3, texts: 3, emotions: 3 };
  await makeSyntheticCorpus(join(folder, "small"), size);
  await makeSyntheticCorpus(join(folder, "elsewhere"), { ...size, version: "elsewhere" });
});
after(() => {
  for (const path of [folder, join(root, "results", name)]) rmSync(path, { recursive: true, force: true });
});

function run(answers) {
  const script = join(import.meta.dirname, "run-notebook.cjs");
  const source = join(root, "notebooks", "solutions", answers);
  const [corpus, elsewhere] = ["small", "elsewhere"].map((one) => join(folder, one));
  const parameters = JSON.stringify({ corpus, elsewhere, name });
  const env = { ...process.env, NB_PARAMS: parameters, SER_CACHE: join(folder, "cache") };
  const child = spawn(process.execPath, [script, source, join(folder, answers)], { env });
  let stderr = "";
  child.stderr.on("data", (text) => (stderr += text));
  return new Promise((resolve) => child.on("close", (status) => resolve({ status, stderr })));
}

for (const chapter of chapters) {
  const text = textOf(join(root, "notebooks", chapter));
  if (!text.includes("## Try this")) continue;
  test(`${chapter} ends with three exercises, sources, and answers that run`, async () => {
    const [, exercises] = text.split("## Try this");
    assert.deepEqual(exercises.match(/^\d\. /gm), ["1. ", "2. ", "3. "]);
    assert.match(exercises, /## Sources\n\n- /);
    const answers = textOf(join(root, "notebooks", "solutions", answersOf(chapter)));
    assert.deepEqual(answers.match(/^\*\*\d\.\*\*/gm), ["**1.**", "**2.**", "**3.**"]);
    const { status, stderr } = await run(answersOf(chapter));
    assert.equal(status, 0, stderr);
  });
}
