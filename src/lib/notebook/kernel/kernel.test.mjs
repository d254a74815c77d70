import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { before, test } from "node:test";
import { stripVTControlCharacters } from "node:util";
import { venvPython } from "../../../../scripts/setup/python.mjs";

const cell = (code, more = {}) => [{ code, ...more }];
/** One session for all tests: each name's cells are sent at once. */
const sent = {
  value: cell("const answer: number = 42;\nanswer"),
  output: cell('console.log("heard"); console.error("quietly");'),
  thrown: cell(
    'const half = (n: number) => {\n  if (n % 2) throw new RangeError("odd");\n  return n / 2;\n};\nhalf(3);',
  ),
  refused: cell('const word = "a";\nconst n: number = word;'),
  afterwards: cell("answer + 1"),
  place: cell(
    'import { openChapter } from "./src/lib/notebook/open-chapter";\nimport { InputError } from "./src/lib/check";\nthrow new InputError("nowhere does not exist; pass it with --corpus");',
  ),
  queue: [...cell('throw new Error("first");'), ...cell("answer + 2"), ...cell("answer + 3")],
  stubborn: [...cell('throw new Error("first");', { stop: false }), ...cell("answer + 4")],
  endless: cell('console.log("on"); while (true) {}', { interrupt: true }),
  asleep: cell(
    'const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));\nawait pause(1);\nconsole.log("on");\nawait pause(60_000);',
    { interrupt: true },
  ),
  stillThere: cell("answer + 5"),
};
let session;
const told = (name) => session.answers[Object.keys(sent).indexOf(name)];
const [types, error] = [
  (name, i = 0) => told(name)[i].messages.map(({ type }) => type),
  (name) => told(name)[0].messages.find(({ type }) => type === "error").content,
];
const resultOf = (name, i = 0) =>
  told(name)[i].messages.find(({ type }) => type === "execute_result")?.content.data["text/plain"];
const traceback = (name) => error(name).traceback.map(stripVTControlCharacters);

before(() => {
  const kernel = join(import.meta.dirname, "..", "kernel.cjs");
  const script = join(import.meta.dirname, "kernel-session.fixture.py");
  const input = JSON.stringify(Object.values(sent));
  const { status, stdout, stderr } = spawnSync(venvPython, [script, kernel], { input, encoding: "utf8" });
  assert.equal(status, 0, stderr);
  session = JSON.parse(stdout);
});

test("a cell's messages come in the protocol's order, with its code and number", () => {
  assert.deepEqual(types("value"), ["status", "execute_input", "execute_result", "status"]);
  const [, input, result] = told("value")[0].messages;
  assert.equal(input.content.code, sent.value[0].code);
  const counts = [input.content, result.content, told("value")[0].reply].map((one) => one.execution_count);
  assert.deepEqual(new Set(counts), new Set([input.content.execution_count]));
  assert.equal(told("output")[0].reply.execution_count, input.content.execution_count + 1);
  assert.equal(resultOf("value"), "42");
});

test("what a cell writes comes as streams", () => {
  const streams = told("output")[0].messages.filter(({ type }) => type === "stream");
  assert.deepEqual(streams.map(({ content }) => content.name).sort(), ["stderr", "stdout"]);
});

test("an error has its name, its message and the cell's own lines", () => {
  assert.deepEqual([error("thrown").ename, error("thrown").evalue], ["RangeError", "odd"]);
  const { reply } = told("thrown")[0];
  assert.deepEqual([reply.status, reply.ename, reply.evalue], ["error", "RangeError", "odd"]);
  assert.ok(
    traceback("thrown").includes('->  2 |   if (n % 2) throw new RangeError("odd");'),
    traceback("thrown"),
  );
  assert.ok(traceback("thrown").length <= 6);
});

test("what TypeScript refuses is an error with its line, and does not run", () => {
  assert.equal(error("refused").ename, "CompileError");
  assert.match(error("refused").evalue, /Type 'string' is not assignable to type 'number'/);
  assert.ok(traceback("refused").includes("->  2 | const n: number = word;"), traceback("refused"));
});

test("a cell that is sent after an error's answer runs", () => {
  assert.equal(resultOf("afterwards"), "43");
});

test("an error speaks of the cell of parameters, not of options", () => {
  assert.equal(
    error("place").evalue,
    "nowhere does not exist; pass it with `corpus` in the cell of parameters",
  );
});

test("cells that wait behind an error are answered as aborted, unless they shall not stop for it", () => {
  assert.deepEqual(
    told("queue").map(({ reply }) => reply.status),
    ["error", "aborted", "aborted"],
  );
  assert.deepEqual(types("queue", 1), ["status", "status"]);
  assert.equal(resultOf("stubborn", 1), "46");
});

test("an interrupt stops a cell that computes and one that waits, in one line, and the state stays", () => {
  for (const name of ["endless", "asleep"]) {
    assert.equal(error(name).ename, "Interrupted");
    assert.deepEqual(traceback(name), ["Interrupted: the cell was stopped before its end"]);
  }
  assert.equal(resultOf("stillThere"), "47");
});

test("names are completed and explained", () => {
  assert.ok(session.completion.matches.includes("max"));
  assert.equal(session.completion.cursor_start, "const twice = Math.".length);
  assert.match(session.inspection.data["text/plain"], /max/);
});
