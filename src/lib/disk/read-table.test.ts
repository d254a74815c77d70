import assert from "node:assert/strict";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { readTable } from "./read-table";

function read(name: string, content: string | Uint8Array) {
  const path = join(mkdtempSync(join(tmpdir(), "table-")), name);
  writeFileSync(path, content);
  return readTable(path);
}

test("what spreadsheets add to a table is understood, and rows are counted as they count", () => {
  const separated = read("a.csv", "sep=;\nfile;emotion;speaker;;\na.wav;anger;1;;\nb.wav;sad;2\n");
  assert.deepEqual(separated.columns, ["file", "emotion", "speaker"]);
  assert.deepEqual(
    separated.rows.map(({ row }) => row),
    [3, 4],
  );
  const titled = read("a.csv", "My corpus,,\n\nfile,emotion,speaker\na.wav,anger,1\n");
  assert.deepEqual(titled.rows, [{ row: 4, cells: { file: "a.wav", emotion: "anger", speaker: "1" } }]);
});

test("a table of very many rows opens", () => {
  const rows = 200_000;
  assert.equal(read("a.csv", `file,emotion\n${"a.wav,anger\n".repeat(rows)}`).rows.length, rows);
});

test("cells that are left out at a row's end are empty; more cells than names are a mistake", () => {
  const table = read("a.csv", "file,emotion,speaker,text\na.wav,anger,1\n");
  assert.equal(table.rows[0].cells.text, "");
  assert.throws(
    () => read("a.csv", "file,emotion\na.wav,anger,1\n"),
    /row 2: 3 cells where the header has 2/,
  );
});

test("UTF-16 without its mark is known by its zero bytes", () => {
  assert.deepEqual(read("a.csv", Buffer.from("file,emotion\nä.wav,anger\n", "utf16le")).rows[0].cells, {
    file: "ä.wav",
    emotion: "anger",
  });
});

test("numbers that JSON does not have are nothing, words of that kind stay", () => {
  const { cells } = read("a.jsonl", '{"a": NaN, "b": "NaN", "c": -Infinity, "d": 1}\n').rows[0];
  assert.deepEqual(cells, { a: "", b: "NaN", c: "", d: "1" });
});
