import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { scratchFolder, writeNotebook } from "./notebook.fixture.mjs";

const folder = scratchFolder("run-notebook");
after(() => rmSync(folder, { recursive: true }));

function run(name, sources, env = {}) {
  const source = writeNotebook(join(folder, `${name}.ipynb`), sources);
  const target = join(folder, `${name}.out.ipynb`);
  const script = join(import.meta.dirname, "run-notebook.cjs");
  const options = { encoding: "utf8", env: { ...process.env, ...env } };
  const { status, stderr } = spawnSync(process.execPath, [script, source, target], options);
  return { status, stderr, text: existsSync(target) && readFileSync(target, "utf8") };
}

const demo = [
  "# A demo",
  "let epochs = 3;",
  'console.log("epochs =", epochs);',
  'import { progress } from "./src/lib/notebook/progress";\nconst tell = progress("work");\ntell(1, 2);\ntell(2, 2);',
  'import { show } from "./src/lib/notebook/show";\nawait show({ data: [{ y: [1, 2] }], layout: { width: 300, height: 200 }, alt: "up" });',
];

test("a run leaves a notebook with outputs, the same bytes each time", () => {
  const first = run("first", demo);
  assert.equal(first.status, 0, first.stderr);
  const [, , parameters, progress, figure] = JSON.parse(first.text).cells;
  assert.deepEqual(parameters.outputs, [{ name: "stdout", output_type: "stream", text: ["epochs = 3\n"] }]);
  assert.deepEqual(
    progress.outputs.map(({ data }) => data),
    [{ "text/plain": ["work"] }],
  );
  assert.deepEqual(Object.keys(figure.outputs[0].data), [
    "application/vnd.plotly.v1+json",
    "image/png",
    "text/plain",
  ]);
  assert.equal(figure.execution_count, 4);
  assert.equal(run("again", demo).text, first.text);
});

test("what the runner gives replaces what the cell of parameters says", () => {
  const { text } = run("parameters", demo.slice(0, 3), { NB_PARAMS: '{"epochs": 5}' });
  assert.match(text, /epochs = 5/);
});

for (const [name, cell, message] of [
  ["throws", 'throw new Error("no such voice");', /cell 2 of 3 failed: .*no such voice/s],
  ["does not compile", 'const n: number = "x";', /cell 2 of 3 failed: .*not assignable to type 'number'/s],
  [
    "rejects later",
    "Promise.reject(new Error('late')); await new Promise((r) => setTimeout(r, 50));",
    /cell 2 of 3 failed: .*late/s,
  ],
]) {
  test(`a cell that ${name} ends the run with its number and reason, and nothing is written`, () => {
    const { status, stderr, text } = run(name.replaceAll(" ", "-"), ["const a = 1;", cell, "const b = 2;"]);
    assert.equal(status, 1);
    assert.match(stderr, message);
    assert.equal(text, false);
  });
}
