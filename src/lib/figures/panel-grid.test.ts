import assert from "node:assert/strict";
import { test } from "node:test";
import { panelGrid } from "./panel-grid";

test("panels fill the figure from the top left without touching", () => {
  const panels = panelGrid(5, 3, { x: 0.05, y: 0.1 });
  assert.deepEqual(
    panels.map(({ suffix }) => suffix),
    ["", "2", "3", "4", "5"],
  );
  assert.deepEqual(
    panels.map(({ lowest }) => lowest),
    [false, false, true, true, true],
  );
  assert.equal(panels[0].y[1], 1);
  assert.ok(Math.abs(panels[4].y[0]) < 1e-12);
  assert.ok(Math.abs(panels[2].x[1] - 1) < 1e-12);
  assert.ok(panels[1].x[0] - panels[0].x[1] > 0.04);
});
