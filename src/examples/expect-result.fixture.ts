import assert from "node:assert/strict";

/**
 * Compares a result with what an example prints behind it: numbers to the digits that stand there,
 * `...` for further items or fields, `R rows x C columns` for matrices, `N numbers` for lists.
 */
export function expectResult(result: unknown, printed: string): void {
  const shape = /^(\d+) rows x (\d+) columns$/.exec(printed);
  if (shape) {
    const { rows, columns } = result as { rows: number; columns: number };
    return assert.equal(`${rows} rows x ${columns} columns`, printed);
  }
  const count = /^(\d+) numbers$/.exec(printed);
  if (count) return assert.equal((result as ArrayLike<number>).length, Number(count[1]));
  agree(result, literal(printed), printed);
}

/** A number as it is printed, with its digits. */
class Printed {
  constructor(readonly text: string) {}
}
const more = Symbol("...");

function literal(printed: string): unknown {
  const tokens = printed
    .replace(/"(?:[^"\\]|\\.)*"|-?(?:\d*\.\d+|\d+)(?:e[-+]?\d+)?|\.\.\./g, (token) => {
      if (token === "...") return "[more]";
      return token.startsWith('"') ? token : `new Printed("${token}")`;
    })
    .replace(/\[more\](?=\s*\})/, "more: more")
    .replace(/\[more\]/, "more");
  return new Function("Printed", "more", `return (${tokens})`)(Printed, more);
}

function agree(result: unknown, expected: unknown, printed: string): void {
  if (expected instanceof Printed) return agreeNumber(result, expected.text, printed);
  if (Array.isArray(expected)) return agreeList(result, expected, printed);
  if (expected !== null && typeof expected === "object") return agreeFields(result, expected, printed);
  assert.deepEqual(result, expected, printed);
}

function agreeNumber(result: unknown, text: string, printed: string): void {
  assert.equal(typeof result, "number", `${result} is no number, ${printed} was expected`);
  const digits = /\.(\d+)/.exec(text)?.[1].length ?? 0;
  const rounding = /e/i.test(text) ? Math.abs(Number(text)) * 0.05 : 0.5000001 * 10 ** -digits;
  const close = Math.abs((result as number) - Number(text)) <= (digits || /e/i.test(text) ? rounding : 0);
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
