import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import ts from "typescript";
import { root } from "../../../scripts/setup/step.mjs";

const folder = join(root, "notebooks");
const chapters = readdirSync(folder).filter((name) => name.endsWith(".ipynb"));
const read = (name) => JSON.parse(readFileSync(join(folder, name), "utf8"));
const sourceOf = (cell) => [cell.source].flat().join("");

const withoutImports = (source) => source.replace(/^import [^;]*;\n?/gm, "");

/** How many statements stand at a cell's top level. */
function statementCount(source) {
  const file = ts.createSourceFile("cell.ts", source, ts.ScriptTarget.ES2022);
  return file.statements.filter((one) => !ts.isImportDeclaration(one)).length;
}

/** Lines of the functions that a cell declares under a name, longest first. */
function helperLengths(source) {
  const file = ts.createSourceFile("cell.ts", source, ts.ScriptTarget.ES2022, true);
  const linesOf = (node) => node.getText(file).split("\n").length;
  const isHelper = (node) =>
    ts.isFunctionDeclaration(node) ||
    (ts.isVariableDeclaration(node) && node.initializer && ts.isArrowFunction(node.initializer));
  const lengths = [];
  const visit = (node) => {
    if (isHelper(node)) lengths.push(linesOf(node));
    ts.forEachChild(node, visit);
  };
  visit(file);
  return lengths;
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

  test(`${name} has short cells, lines and helpers, and prose between them`, () => {
    const counts = code.map(statementCount).sort((a, b) => a - b);
    assert.ok(counts[Math.floor(counts.length / 2)] <= 4, `${counts} statements`);
    assert.deepEqual(
      code.filter((source) => source.split("\n").length > 15),
      [],
    );
    assert.deepEqual(
      code.flatMap((source) => source.split("\n")).filter((line) => line.length > 100),
      [],
    );
    assert.deepEqual(
      code.filter((source) => helperLengths(source).some((lines) => lines > 5)),
      [],
    );
    assert.ok(longestCodeRow(cells) <= 3, `${longestCodeRow(cells)} code cells in a row`);
  });

  test(`${name} opens with its parameters and one import, and imports the rest where it is used`, () => {
    const [parameters, opening, ...rest] = code;
    const tagged = cells.filter(({ metadata }) => metadata.tags?.includes("parameters")).map(sourceOf);
    assert.deepEqual(tagged, [parameters]);
    assert.ok(parameters.split("\n").every((line) => /^let \w+ = [^;]+;( \/\/ .*)?$/.test(line)));
    assert.match(opening, /^import \{ openChapter \} from "[^"]+";\nconst chapter = await openChapter\(/);
    assert.deepEqual(
      rest.filter((source) => withoutImports(source).trim() === ""),
      [],
    );
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
