// run-notebook.cjs SOURCE.ipynb TARGET.ipynb: executes a chapter in this process with the handler that tslab's Jupyter kernel calls,
// and writes it with its outputs. Exit code 1 at the first cell that throws, and nothing is written.
const { readFileSync, renameSync, writeFileSync } = require("node:fs");
const { basename, join, resolve } = require("node:path");

const [source, target] = process.argv.slice(2).map((path) => resolve(path));
const terminal = process.stderr.write.bind(process.stderr);
process.chdir(join(__dirname, "../../.."));
process.env.TF_CPP_MIN_LOG_LEVEL ??= "2";
// A run reads each file once: an edit in the middle of it must neither stop it nor mix two versions.
const { sys } = require("@tslab/typescript-for-tslab");
sys.watchFile = sys.watchDirectory = () => ({ close() {} });
const { createConverter } = require("tslab/dist/converter");
const { createExecutor } = require("tslab/dist/executor");
const { JupyterHandlerImpl } = require("tslab/dist/jupyter");

const notebook = JSON.parse(readFileSync(source, "utf8"));
const codeCells = notebook.cells.filter((cell) => cell.cell_type === "code");
const displays = new Map();
let current = 0;

/** Tells the parent process, or the terminal where there is none, how far it is. */
function report(live) {
  const message = { cell: current + 1, cells: codeCells.length, live };
  if (process.send) process.send(message);
  else terminal(`${basename(source)}: cell ${message.cell} of ${message.cells} ${live}\n`);
}

/** The output as nbformat stores it: texts as lists of lines. */
const lines = (text) => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
const stored = (data) =>
  Object.fromEntries(
    Object.entries(data).map(([type, value]) => [type, type.startsWith("text/") ? lines(value) : value]),
  );

/** Neighbouring pieces of one stream become one output. */
function writeStream(cell, name, text) {
  const last = cell.outputs.at(-1);
  if (last?.output_type === "stream" && last.name === name) last.text += text;
  else cell.outputs.push({ output_type: "stream", name, text });
}

/** A display that is updated stands in the file once, in its last state. */
function writeDisplay(cell, { data, metadata, transient }, update) {
  const output = displays.get(transient?.display_id) ?? { output_type: "display_data" };
  if (transient?.display_id) displays.set(transient.display_id, output);
  Object.assign(output, { data: stored(data), metadata });
  if (update) report(data["text/plain"] ?? "");
  else cell.outputs.push(output);
}

async function execute(handler, cell) {
  cell.outputs = [];
  const code = [cell.source].flat().join("");
  const { status, execution_count } = await handler.handleExecute(
    { code },
    (name, text) => writeStream(cell, name, text),
    (data, update) => writeDisplay(cell, data, update),
  );
  cell.execution_count = execution_count ?? null;
  if (status !== "ok") fail(cell.outputs.findLast((output) => output.name === "stderr")?.text ?? status);
}

function fail(reason) {
  const stack = String(reason?.stack ?? reason).split("\n");
  const useful = stack.filter((line) => !/^\s+at .*(tslab|node:|<anonymous>)/.test(line)).join("\n");
  terminal(`${basename(source)}: cell ${current + 1} of ${codeCells.length} failed: ${useful.trim()}\n`);
  process.exit(1);
}

/** Sorted keys, one space: the layout of Jupyter's own files. */
function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])]),
  );
}

async function main() {
  const node = createConverter();
  const executor = createExecutor(process.cwd(), { node, close: () => node.close() }, console);
  const handler = new JupyterHandlerImpl(executor, false);
  process.on("unhandledRejection", fail).on("uncaughtException", fail);
  for (; current < codeCells.length; current++) {
    report("");
    await execute(handler, codeCells[current]);
  }
  for (const cell of codeCells) {
    for (const output of cell.outputs) if (output.name) output.text = lines(output.text);
  }
  writeFileSync(`${target}.tmp`, `${JSON.stringify(sorted(notebook), null, 1)}\n`);
  renameSync(`${target}.tmp`, target);
  process.exit(0);
}

main();
