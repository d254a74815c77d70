import assert from "node:assert/strict";
import { test } from "node:test";
import { bookProgress } from "./book-progress";

function written(isTTY: boolean, use: (tell: ReturnType<typeof bookProgress>) => void): string {
  let text = "";
  const stream = { isTTY, columns: 40, write: (part: string) => (text += part) };
  use(bookProgress(stream as unknown as NodeJS.WriteStream));
  return text;
}

test("a terminal shows the cell in work on one line, never wider than the terminal", () => {
  const text = written(true, (tell) =>
    tell.update("03_features", { cell: 2, cells: 9, live: "x".repeat(99) }),
  );
  assert.equal(text, `\r\x1b[K${"03_features  cell 2 of 9  ".padEnd(39, "x")}`);
});

test("a log gets the chapter's end, and nothing of short work", () => {
  const text = written(false, (tell) => {
    tell.update("03_features", { cell: 1, cells: 9, live: "" });
    tell.ended("03_features", 1.23);
  });
  assert.equal(text, "03_features  done, 1.2 s\n");
});

test("a chapter that did not run to its end is told with its reason", () => {
  const text = written(false, (tell) => tell.ended("05_models", 9, "was ended by SIGSEGV in cell 2 of 9"));
  assert.equal(text, "05_models  was ended by SIGSEGV in cell 2 of 9, 9.0 s\n");
});
