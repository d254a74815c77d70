import assert from "node:assert/strict";
import { test } from "node:test";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import type { Figure } from "../figure";
import { figureToPng } from "./figure-png";

const ramp = Array.from({ length: 20 }, (_, i) => i);
const layout = { width: 400, height: 240, paper_bgcolor: "#ffffff", margin: { l: 40, r: 10, t: 10, b: 30 } };
const figures: Record<string, Figure["data"]> = {
  line: [{ type: "scatter", mode: "lines", x: ramp, y: ramp.map((x) => x * x), line: { color: "#ff0000" } }],
  bar: [{ type: "bar", x: ["a", "b"], y: [1, 2], marker: { color: "#ff0000" } }],
  heatmap: [{ type: "heatmap", z: [[0, 1], [1, 0]], showscale: false, colorscale: [[0, "#0000ff"], [1, "#ff0000"]] }], // biome-ignore format: one row a line
  violin: [{ type: "violin", y: ramp, fillcolor: "#ff0000", line: { color: "#ff0000" } }],
};

async function pixels(png: Buffer, width: number, height: number) {
  const context = createCanvas(width, height).getContext("2d");
  context.drawImage(await loadImage(png), 0, 0);
  return context.getImageData(0, 0, width, height).data;
}

for (const [name, data] of Object.entries(figures)) {
  test(`a ${name} figure is drawn in its colours and twice to the same bytes`, async () => {
    const figure = { data, layout, alt: name };
    const { png, width, height } = await figureToPng(figure);
    assert.deepEqual([width, height], [400, 240]);
    const rgba = await pixels(png, width, height);
    const red = rgba.filter((_, i) => i % 4 === 0 && rgba[i] > 200 && rgba[i + 1] < 60 && rgba[i + 2] < 60);
    assert.ok(red.length > 200, `${red.length} red pixels`);
    assert.ok(png.equals((await figureToPng(figure)).png));
  });
}

test("cells of a heat map are sharp: two colours and nothing between", async () => {
  const { png } = await figureToPng({ data: figures.heatmap, layout, alt: "" });
  const rgba = await pixels(png, 400, 240);
  const row = Array.from({ length: 340 }, (_, i) => rgba[(60 * 400 + 45 + i) * 4 + 2]);
  assert.ok(row.filter((blue) => blue > 20 && blue < 235).length <= 2);
});

test("scale makes a picture for print", async () => {
  const { width, height } = await figureToPng({ data: figures.line, layout, alt: "" }, { scale: 2 });
  assert.deepEqual([width, height], [800, 480]);
});
