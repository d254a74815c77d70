import assert from "node:assert/strict";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { InputError } from "../check";
import { readFeatureTable } from "./read-feature-table";

const labels = [
  { file: "wav/a.wav", emotion: "anger", speaker: "03" },
  { file: "wav/b.wav", emotion: "neutral", speaker: "08" },
  { file: "wav/c.wav", emotion: "neutral", speaker: "08" },
];

function csv(text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), "feature-table-")), "table.csv");
  writeFileSync(path, text);
  return path;
}

test("rows of a foreign table find their labels by the ending of file and come in the labels' order", () => {
  const table = readFeatureTable(csv("file,x,y\nb.wav,3,4\na.wav,1,2.5e-3\n"), labels);
  assert.deepEqual(table.columns, ["x", "y"]);
  assert.deepEqual(table.recordings, labels.slice(0, 2));
  assert.deepEqual(table.rows, [Float64Array.of(1, 0.0025), Float64Array.of(3, 4)]);
});

test("a table that ser extract wrote carries its own labels", () => {
  const table = readFeatureTable(csv("file,emotion,speaker,x\na.wav,anger,03,1\n"));
  assert.deepEqual(table.recordings, [{ file: "a.wav", emotion: "anger", speaker: "03" }]);
  assert.deepEqual(table.columns, ["x"]);
});

for (const [what, text, message] of [
  ["no file column", "name,x\na.wav,1\n", /the column "file" is missing/],
  [
    "a cell that is no number",
    "file,x\na.wav,1\nb.wav,high\n",
    /table\.csv row 3: x="high" must be a finite number/,
  ],
  ["a number of another notation", "file,x\na.wav,0x10\n", /row 2: x="0x10" must be a finite number/],
  ["the index of a data frame", ",file,x\n0,a.wav,1\n", /column 1 has no name; name it, or remove it/],
  ["a table without features", "file,emotion\na.wav,anger\n", /has no feature: all its columns are file, em/],
  ["an empty cell", "file,x\na.wav,\n", /row 2: x="" must be a finite number/],
  ["a file without a label", "file,x\nz.wav,1\n", /"z\.wav" is not a file/],
  ["a file twice", "file,x\na.wav,1\nwav/a.wav,2\n", /row 3: "wav\/a\.wav" stands in row 2 already/],
] as const) {
  test(`${what} is refused by name and row`, () => {
    assert.throws(
      () => readFeatureTable(csv(text), labels),
      (error) => error instanceof InputError && message.test(error.message),
    );
  });
}

test("without labels the table must have emotion and speaker", () => {
  assert.throws(
    () => readFeatureTable(csv("file,x\na.wav,1\n")),
    /the column "emotion" is missing; add it or pass --labels/,
  );
});

for (const [what, changed, message] of [
  ["an empty emotion", [{ ...labels[0], emotion: "", row: 2 }], /row 2: emotion of wav\/a\.wav is empty/],
  ["an empty speaker", [{ ...labels[0], speaker: "", row: 7 }], /row 7: speaker of wav\/a\.wav is empty/],
  [
    "a file twice",
    [
      { ...labels[0], row: 2 },
      { ...labels[0], emotion: "neutral", row: 3 },
    ],
    /list wav\/a\.wav more than once \(rows 2 and 3\)/,
  ],
] as const) {
  test(`labels with ${what} are refused by file and row`, () => {
    assert.throws(() => readFeatureTable(csv("file,x\nwav/a.wav,1\n"), changed), {
      name: "InputError",
      message,
    });
  });
}

test("labels that no row of the table asks for may be empty", () => {
  const some = [labels[0], { ...labels[1], emotion: "" }];
  assert.deepEqual(readFeatureTable(csv("file,x\na.wav,1\n"), some).recordings, [labels[0]]);
});

test("a table with its own labels has each file once", () => {
  assert.throws(
    () => readFeatureTable(csv("file,emotion,speaker,x\na.wav,anger,03,1\na.wav,joy,03,1\n")),
    /table\.csv row 3: "a\.wav" stands in row 2 already/,
  );
});
