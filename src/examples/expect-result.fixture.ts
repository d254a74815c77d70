import assert from "node:assert/strict";
import type { Matrix } from "../lib/numbers/matrix";

/**
 * Compares a result with what an example prints behind it: numbers to the digits that stand there,
 * `...` for further items or fields, `R rows x C columns` for matrices, `N numbers` for lists.
 */
export function expectResult(given: unknown, printed: string): void {
  const result = isTensor(given) ? given.arraySync() : given;
  const shape = /^(\d+) rows x (\d+) columns$/.exec(printed);
  const count = /^(\d+) numbers$/.exec(printed);
  if (shape) assert.equal(shapeOf(result as Matrix), printed);
  else if (count) assert.equal((result as ArrayLike<number>).length, Number(count[1]));
  else agree(result, literal(printed), printed);
}

function shapeOf({ rows, columns }: Matrix): string {
  return `${rows} rows x ${columns} columns`;
}

function isTensor(value: unknown): value is { arraySync(): unknown } {
  return typeof value === "object" && value !== null && "arraySync" in value;
}

/** A number as it is printed, with its digits. */
class Printed {
  constructor(readonly text: string) {}
}
const more = Symbol("...");

function literal(printed: string): unknown {
  const tokens = printed
    .replace(/"(?:[^"\\]|\\.)*"|\w*[A-Za-z_]\w*|-?(?:\d*\.\d+|\d+)(?:e[-+]?\d+)?|\.\.\./g, (token) => {
      if (token === "...") return "[more]";
      return /^["\w]*[A-Za-z"]/.test(token) ? token : `new Printed("${token}")`;
    })
    .replace(/\[more\](?=\s*\})/, "more: more")
    .replace(/\[more\]/, "more");
  return new Function("Printed", "more", `return (${tokens})`)(Printed, more);
}

function agree(result: unknown, expected: unknown, printed: string): void {
  if (expected instanceof Printed) agreeNumber(result, expected.text, printed);
  else if (Array.isArray(expected)) agreeList(result, expected, printed);
  else if (expected !== null && typeof expected === "object") agreeFields(result, expected, printed);
  else assert.deepEqual(result, expected, printed);
}

function agreeNumber(result: unknown, text: string, printed: string): void {
  assert.equal(typeof result, "number", `${result} is no number, ${printed} was expected`);
  const digits = /\.(\d+)/.exec(text)?.[1].length ?? 0;
  const rounding = digits > 0 ? 0.5000001 * 10 ** -digits : 1e-6 * Math.max(1, Math.abs(Number(text)));
  const close = Math.abs((result as number) - Number(text)) <= rounding;
  assert.ok(close, `${result} is not ${text} (${printed})`);
}

function agreeList(result: unknown, expected: readonly unknown[], printed: string): void {
  const open = expected.at(-1) === more;
  const wanted = open ? expected.slice(0, -1) : expected;
  const list = Array.from(result as ArrayLike<unknown>);
  if (!open) assert.equal(list.length, wanted.length, `${list} has other items than ${printed}`);
  for (const [i, item] of wanted.entries()) agree(list[i], item, printed);
}

function agreeFields(result: unknown, expected: object, printed: string): void {
  const open = "more" in expected && expected.more === more;
  const wanted = Object.entries(expected).filter(([, value]) => value !== more);
  const names = wanted.map(([name]) => name).sort();
  if (!open) assert.deepEqual(Object.keys(result as object).sort(), names, printed);
  for (const [name, value] of wanted) agree((result as Record<string, unknown>)[name], value, printed);
}
