import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "../../../scripts/setup/step.mjs";

const folder = join(root, "notebooks");
const chapters = readdirSync(folder).filter((name) => name.endsWith(".ipynb"));
const read = (name) => JSON.parse(readFileSync(join(folder, name), "utf8"));
const sourceOf = (cell) => [cell.source].flat().join("");

/** Lines of each function with a body in braces, by its indentation: from its opening line to its closing one. */
function functionLengths(source) {
  const lines = source.split("\n");
  const opens = /(=>\s*\{|function\b.*\{)\s*$/;
  return lines.flatMap((line, start) => {
    if (!opens.test(line)) return [];
    const indent = line.match(/^\s*/)[0];
    const end = lines.findIndex((other, i) => i > start && other.startsWith(`${indent}}`));
    return [end - start + 1];
  });
}

/** The longest row of code cells without prose between them. */
function longestCodeRow(cells) {
  let row = 0;
  return Math.max(...cells.map(({ cell_type }) => (row = cell_type === "code" ? row + 1 : 0)));
}

test("there are eight chapters or more, numbered in reading order", () => {
  assert.ok(chapters.length >= 8, chapters.join(", "));
  assert.deepEqual(
    chapters.map((name) => Number.parseInt(name, 10)),
    chapters.map((_, i) => i + 1),
  );
});

for (const name of chapters) {
  const { cells, metadata } = read(name);
  const code = cells.filter(({ cell_type }) => cell_type === "code").map(sourceOf);

  test(`${name} is committed without outputs and names our kernel`, () => {
    assert.equal(metadata.kernelspec.name, "speech-emotion");
    const leftovers = cells.filter((cell) => cell.outputs?.length || cell.execution_count);
    assert.deepEqual(leftovers.map(sourceOf), []);
  });

  test(`${name} opens with its title and question`, () => {
    assert.equal(cells[0].cell_type, "markdown");
    assert.match(sourceOf(cells[0]), /^# .+/);
    assert.match(sourceOf(cells[0]), /\?/);
  });

  test(`${name} has short cells and functions, and prose between them`, () => {
    assert.deepEqual(
      code.filter((source) => source.split("\n").length > 15),
      [],
    );
    assert.deepEqual(
      code.filter((source) => functionLengths(source).some((lines) => lines > 5)),
      [],
    );
    assert.ok(longestCodeRow(cells) <= 3, `${longestCodeRow(cells)} code cells in a row`);
  });

  test(`${name} says in its first cell which kernel to choose`, () => {
    assert.match(sourceOf(cells[0]), /TypeScript \(Speech Emotion\)/);
  });

  test(`${name} links to chapters and files that exist`, () => {
    const links = cells
      .map(sourceOf)
      .flatMap((text) => [...text.matchAll(/\]\(([\w./-]+)\)/g)].map(([, link]) => link));
    assert.deepEqual(
      links.filter((link) => !existsSync(join(folder, link))),
      [],
    );
  });
}
