import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { projectRoot } from "../disk/paths";
import { createFeatureSet } from "../features/feature-sets";
import { featurePages } from "./feature-pages";

for (const [name, text] of Object.entries(featurePages())) {
  test(`docs/${name} is what the declarations say; \`npm run docs:features\` writes it anew`, () => {
    assert.equal(readFileSync(join(projectRoot, "docs", name), "utf8"), text);
  });
}

test("the page of eGeMAPS has a row for each column: what it measures, its unit, what it is made of", () => {
  const rows = new Map(
    featurePages()
      ["egemaps.md"].split("\n")
      .map((line) => line.split(" | "))
      .map(([first, ...cells]) => [first.replace("| ", ""), cells]),
  );
  for (const column of createFeatureSet("egemaps-v02").columns) {
    const cells = rows.get(`\`${column}\``);
    assert.equal(cells?.length, 3, column);
    assert.ok(
      cells.every((cell) => cell !== ""),
      column,
    );
  }
});
