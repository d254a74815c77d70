import { inspect } from "node:util";
import { isCompleteCode } from "tslab/dist/converter";
import { createExecutor } from "tslab/dist/executor";
import { printQuickInfo } from "tslab/dist/inspect";

import jupyter = require("tslab/dist/jupyter");

import { type CellError, compileError, interrupted, thrownError } from "./cell-error";
import type { Compiler } from "./compiler";

/** Runs the cells of one notebook. */
export type CellRunner = ReturnType<typeof createCellRunner>;

/** Where a cell's outputs go while it runs, and after it, until the next one runs. */
export interface CellOutputs {
  stream(name: "stdout" | "stderr", text: string): void;
  /** A display_data message, or with `update` an update_display_data message. */
  display(content: Displayed, update: boolean): void;
  /** The value of the cell's last expression, by MIME type. */
  result(data: Displayed["data"]): void;
}

/** The content of a display_data message. */
export interface Displayed {
  readonly data: Readonly<Record<string, unknown>>;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly transient?: { readonly display_id?: string };
}

/** How cells run, one after the other, in this process. */
export function createCellRunner({ converter, lineOf }: Compiler) {
  let [source, outputs, refusal, thrown] = ["", silent, undefined as CellError | undefined, [] as unknown[]];
  const convert: typeof converter.convert = (before, code) => {
    const converted = converter.convert(before, code);
    const [first] = converted.diagnostics;
    if (first) refusal = compileError(first.messageText, source, first.start.line + 1);
    return { ...converted, output: converted.output && `${converted.output}\n//# sourceURL=${cellName}` };
  };
  const node = { ...converter, convert };
  const executor = createExecutor(
    process.cwd(),
    { node, browser: node, close: () => converter.close() },
    {
      log: (value) => outputs.result({ "text/plain": textOf(value) }),
      error: (...told) => void thrown.push(...told.slice(0, 1)),
    },
  );
  return {
    /** Runs a cell to its end; resolves to what went wrong, or to nothing. */
    async run(code: string, to: CellOutputs): Promise<CellError | undefined> {
      [source, outputs, refusal, thrown] = [code, to, undefined, []];
      capture(to);
      if (await executor.execute(code)) return undefined;
      if (refusal) return refusal;
      const [error] = thrown;
      return isInterrupt(error) ? interrupted : thrownError({ error, source, lines: linesOf(error, lineOf) });
    },
    interrupt: executor.interrupt,
    complete: executor.complete,
    isComplete: isCompleteCode,
    inspect(code: string, position: number): string | undefined {
      const info = executor.inspect(code, position);
      return info && printQuickInfo(info);
    },
    close: executor.close,
  };
}

/** The lines of the cell that an error came through, innermost first. */
function linesOf(error: unknown, lineOf: Compiler["lineOf"]): number[] {
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  const places = [...stack.matchAll(new RegExp(`${cellName}:(\\d+):(\\d+)`, "g"))];
  return places.flatMap(
    ([, line, column]) => lineOf({ line: Number(line) - 1, column: Number(column) - 1 }) ?? [],
  );
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : inspect(value);
}

/** The name of a cell's code in a stack. */
const cellName = "cell.ts";

const silent: CellOutputs = { stream() {}, display() {}, result() {} };

function isInterrupt(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: string; message?: string };
  return code === "ERR_SCRIPT_EXECUTION_INTERRUPTED" || message === "Interrupted asynchronously";
}

/** What this process writes, and what tslab's and our own displays show, goes to the cell. */
function capture(to: CellOutputs): void {
  for (const name of ["stdout", "stderr"] as const)
    process[name].write = (chunk: string | Uint8Array) => {
      to.stream(name, typeof chunk === "string" ? chunk : Buffer.from(chunk).toString());
      return true;
    };
  const lastWriteDisplayData = (content: Displayed, update: boolean) => to.display(content, update);
  Object.assign(jupyter, { lastWriteDisplayData });
}
