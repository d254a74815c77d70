import { readFileSync } from "node:fs";
import { projectRoot, writeFile } from "../disk/paths";
import type { ChapterState } from "./book-progress";
import type { CellOutputs, Displayed } from "./kernel/cell-runner";
import { openCellRunner } from "./kernel/open-cell-runner";
import { assignments, environment } from "./parameters";

/** An output as nbformat stores it. */
interface Output {
  readonly output_type: string;
  readonly name?: string;
  text?: string | string[];
  data?: Record<string, unknown>;
}

/** A cell as nbformat stores it. */
interface Cell {
  readonly cell_type: string;
  readonly source: string | string[];
  readonly metadata: { readonly tags?: readonly string[] };
  outputs: Output[];
  execution_count: number | null;
}

/**
 * Executes a notebook in this process, in the project's root, with what the Jupyter kernel runs
 * cells with, and writes it with its outputs when it has run to its end.
 *
 * @returns why it did not, the traceback of the last cell told; nothing is written then
 */
export async function runNotebook(
  source: string,
  target: string,
  onState: (state: ChapterState) => void,
): Promise<string | undefined> {
  const notebook = JSON.parse(readFileSync(source, "utf8")) as { cells: Cell[] };
  const cells = notebook.cells.filter(({ cell_type }) => cell_type === "code");
  process.chdir(projectRoot);
  const runner = await openCellRunner();
  const displays = new Map<string, Output>();
  for (const [i, cell] of cells.entries()) {
    const report = (live: string) => onState({ cell: i + 1, cells: cells.length, live });
    report("");
    cell.outputs = [];
    cell.execution_count = i + 1;
    const code = [cell.source].flat().join("");
    const given = cell.metadata.tags?.includes("parameters") ? assignments(code, environment()) : "";
    const error = await runner.run(`${code}\n${given}`, outputsOf(cell, displays, report));
    if (error) return error.traceback.join("\n");
  }
  for (const { outputs } of cells)
    for (const output of outputs) if (typeof output.text === "string") output.text = lines(output.text);
  writeFile(target, `${JSON.stringify(sorted(notebook), null, 1)}\n`);
  return undefined;
}

function outputsOf(
  { outputs, execution_count }: Cell,
  displays: Map<string, Output>,
  report: (live: string) => void,
): CellOutputs {
  return {
    /** Neighbouring pieces of one stream become one output. */
    stream(name, text) {
      const last = outputs.at(-1);
      if (last?.output_type === "stream" && last.name === name) last.text += text;
      else outputs.push({ output_type: "stream", name, text });
    },
    /** A display that is updated stands in the file once, in its last state. */
    display({ data, metadata, transient }: Displayed, update) {
      const id = transient?.display_id;
      const output = displays.get(id ?? "") ?? { output_type: "display_data" };
      if (id) displays.set(id, output);
      Object.assign(output, { data: stored(data), metadata });
      if (update) report(String(data["text/plain"] ?? ""));
      else outputs.push(output);
    },
    result(data) {
      outputs.push({ output_type: "execute_result", ...{ data, metadata: {}, execution_count } });
    },
  };
}

/** Texts are lists of lines. */
const lines = (text: string) => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

function stored(data: Displayed["data"]): Record<string, unknown> {
  const texts = ([type, value]: [string, unknown]) => [
    type,
    type.startsWith("text/") && typeof value === "string" ? lines(value) : value,
  ];
  return Object.fromEntries(Object.entries(data).map(texts));
}

/** Sorted keys: the layout of Jupyter's own files. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
