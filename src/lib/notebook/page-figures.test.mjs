import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import vm from "node:vm";

const require = createRequire(import.meta.url);
require("../jobs/typescript.cjs");
const { legibleColour } = require("../../page/drawing/legible-colour.ts");
const { emotionStyles } = require("../figures/emotion-colours.ts");
const { intervalsFigure } = require("../figures/scores/intervals-figure.ts");
const { liveFigure } = require("../figures/live-figure.ts");
const { panelAxes, panelGrid, panelTitle } = require("../figures/panel-grid.ts");
const { figureLayout } = require("../figures/figure-layout.ts");
const { rankingFigure } = require("../figures/ranking-figure.ts");
const { displayed } = require("./displayed.fixture.ts");
const { show } = require("./show.ts");

const page = vm.createContext({ structuredClone });
for (const file of ["narrow-figure.js", "legible-figure.js"])
  vm.runInContext(readFileSync(new URL(`templates/ser/${file}`, import.meta.url), "utf8"), page);
const [dark, ink] = ["#17191c", "#e4e4e4"];
const emotions = ["anger", "boredom", "calm", "fear", "happiness", "neutral", "sadness", "surprise"];
/** As plain data of this side, which deepEqual wants. */
const narrow = (figure, width = 358) => JSON.parse(JSON.stringify(page.narrowFigure(figure, width)));
const lines = (text) => text.split("<br>");

test("a narrow page stacks panels in one column, each as tall as it was, with its name and its axes", () => {
  const panels = panelGrid(4, 2, { x: 0.04, y: 0.1 });
  const axes = panels.map((panel) =>
    panelAxes(
      panel,
      { title: panel.lowest ? "time (s)" : "" },
      { title: panel.column ? "" : "kHz", showticklabels: panel.column === 0 },
    ),
  );
  const annotations = panels.map((panel, i) => panelTitle(panel, `panel ${i + 1}`));
  const layout = figureLayout("t", 450, { ...Object.assign({}, ...axes), annotations });
  const stacked = narrow({ data: [], layout }).layout;
  const pixels = ({ domain: [low, high] }, { height, margin }) =>
    (high - low) * (height - margin.t - margin.b);
  for (const [i, suffix] of ["", "2", "3", "4"].entries()) {
    const [x, y] = [stacked[`xaxis${suffix}`], stacked[`yaxis${suffix}`]];
    assert.deepEqual(x.domain, [0, 1]);
    assert.ok(Math.abs(pixels(y, stacked) - pixels(layout.yaxis, layout)) < 1e-6);
    assert.deepEqual([x.title.text, y.title.text, y.showticklabels], ["time (s)", "kHz", true]);
    assert.deepEqual([stacked.annotations[i].x, stacked.annotations[i].y], [0, y.domain[1]]);
  }
  assert.ok(stacked.yaxis.domain[0] > stacked.yaxis2.domain[1], "the second lies below the first");
});

test("on a narrow page long titles and names of rows take several lines, and the figure grows for them", () => {
  const name = "F0semitoneFrom27.5Hz_sma3nz_percentile80.0";
  const whole = rankingFigure(
    "The features that separate the emotions most, and by how much",
    [{ name, value: 1 }],
    "eta squared (part of the variance between emotions)",
  );
  const { layout } = narrow(whole);
  assert.deepEqual(layout.yaxis.tickvals, [name], "rows keep their names, only what is written changes");
  assert.deepEqual(layout.yaxis.ticktext.map(lines), [["F0semitoneFrom27.5Hz_", "sma3nz_percentile80.0"]]);
  assert.ok(lines(layout.title.text).length > 1 && lines(layout.xaxis.title.text).length > 1);
  assert.ok(layout.height > whole.layout.height && layout.margin.t > whole.layout.margin.t);
});

test("a legend that needs several rows on a narrow page gets room below the title", () => {
  const points = [{ seconds: 1, probabilities: Object.fromEntries(emotions.map((one) => [one, 0.1])) }];
  const stretch = { startSeconds: 0, endSeconds: 2, emotion: "anger", points };
  const whole = liveFigure("t", emotions, [stretch]);
  assert.ok(narrow(whole).layout.margin.t > whole.layout.margin.t + 30);
  assert.deepEqual(whole.layout.margin.t, 66, "the figure itself stays");
});

test("emotions have the live page's colours on either ground", () => {
  for (const [ground, text] of [
    ["#ffffff", "#2b2b2b"],
    [dark, ink],
  ])
    for (const { colour } of emotions.map(emotionStyles(emotions)))
      assert.equal(page.legibleColour(colour, ground, text), legibleColour(colour, ground, text));
});

test("lines, dots and coloured texts stand out from a dark page; what lies on a heat map stays", () => {
  const spot = { type: "scatter", marker: { color: ["#000000", "#e4e4e4"] } };
  const onMap = { type: "scatter", xaxis: "x2", yaxis: "y2", marker: { color: "#000000" } };
  const map = { type: "heatmap", xaxis: "x2", yaxis: "y2" };
  const annotations = [{ font: { size: 11, color: "#1660a8" } }, { text: "plain" }];
  const layout = { font: { color: "#2b2b2b" }, annotations };
  const { data, layout: shown } = page.legibleFigure({ data: [spot, map, onMap], layout }, dark, ink);
  assert.notEqual(data[0].marker.color[0], "#000000");
  assert.equal(data[0].marker.color[1], "#e4e4e4");
  assert.equal(data[2].marker.color, "#000000");
  assert.equal(shown.font.color, ink);
  assert.equal(shown.annotations[0].font.color, page.legibleColour("#1660a8", dark, ink, 4.5));
  assert.equal(shown.annotations[1].text, "plain");
});

test("both bars of an interval need no change on white or dark ground, so that each differs from the other", () => {
  const row = { name: "svm", value: 0.7, speakers: [0.6, 0.8], recordings: [0.5, 0.9] };
  const view = { title: "t", quantity: "UAR", reference: { value: 0.25, name: "chance" } };
  const [speakers, recordings] = intervalsFigure([row], view).data.map(({ line }) => line);
  for (const { color } of [speakers, recordings])
    for (const ground of ["#ffffff", dark]) assert.equal(page.legibleColour(color, ground, ink), color);
  assert.ok(speakers.width > 2 * recordings.width && speakers.color !== recordings.color);
});

test("a figure's toolbar never offers to upload it", async () => {
  const configs = [];
  const [output] = await displayed(() => show(rankingFigure("t", [{ name: "a", value: 1 }], "x")));
  const figure = {
    dataset: { figure: "one" },
    textContent: JSON.stringify(output.data["application/vnd.plotly.v1+json"]),
  };
  const context = vm.createContext({
    structuredClone,
    addEventListener: () => undefined,
    matchMedia: () => ({ matches: false, addEventListener: () => undefined }),
    document: {
      addEventListener: () => undefined,
      querySelector: () => null,
      querySelectorAll: () => [figure],
      getElementById: (id) => (id === "one" ? { style: {} } : null),
    },
    Plotly: { react: (...drawn) => configs.push(drawn[3]) },
  });
  for (const file of ["narrow-figure.js", "legible-figure.js", "page.js"])
    vm.runInContext(readFileSync(new URL(`templates/ser/${file}`, import.meta.url), "utf8"), context);
  vm.runInContext("start()", context);
  assert.equal(configs[0].showSendToCloud, false);
  assert.equal(configs[0].plotlyServerURL, "");
});
