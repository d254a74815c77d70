// Lays a figure out again for a page that is narrower than it: panels below each other, long texts
// in several lines.

/** Width of a letter, as part of its font's size. */
const letterWidth = 0.6;
/** Letters of a name beside a row: more would leave the row no room. */
const nameLetters = 26;
const lineHeight = 15;
/** Plotly's own size of an axis title, as part of the figure's font. */
const titleSize = 1.2;
/** Between stacked panels: tick labels, a title below them and the next panel's name. */
const panelGap = 64;

/**
 * Text in lines of at most so many letters, broken after spaces and signs; other markup than <br>
 * stays as it is.
 */
function inLines(text, letters) {
  if (/<(?!br>)/.test(text)) return text;
  const lines = [];
  for (const part of text.split("<br>")) {
    lines.push("");
    for (const piece of part.match(/[^ _+-]*[ _+-]+|[^ _+-]+/g) ?? []) {
      const line = lines.at(-1) + piece;
      if (lines.at(-1) && line.trimEnd().length > letters) lines.push(piece);
      else lines[lines.length - 1] = line;
    }
  }
  return lines.map((line) => line.trim()).join("<br>");
}

const lineCount = (text) => text.split("<br>").length;
const lettersIn = (pixels, fontPixels) => Math.max(8, Math.floor(pixels / (letterWidth * fontPixels)));

function grow(layout, pixels, side) {
  layout.height += pixels;
  if (side) layout.margin[side] += pixels;
}

/**
 * One column instead of several: every panel keeps its height, and gets the axes that it shared
 * with its neighbours.
 */
function stackPanels(layout) {
  const suffixes = Object.keys(layout).flatMap((key) => (/^xaxis\d*$/.test(key) ? [key.slice(5)] : []));
  const panels = suffixes.map((suffix) => ({ x: layout[`xaxis${suffix}`], y: layout[`yaxis${suffix}`] }));
  if (new Set(panels.map(({ x }) => x.domain?.[0].toFixed(3))).size < 2) return;
  const inner = layout.height - layout.margin.t - layout.margin.b;
  const tall = (panels[0].y.domain[1] - panels[0].y.domain[0]) * inner;
  const all = panels.length * (tall + panelGap) - panelGap;
  grow(layout, all - inner);
  const [yTitle, xTitle] = [panels[0].y.title, panels.at(-1).x.title];
  for (const [i, { x, y }] of panels.entries()) {
    const top = 1 - (i * (tall + panelGap)) / all;
    const isName = (note) => note.xref === "paper" && note.x === x.domain[0] && note.y === y.domain[1];
    Object.assign(layout.annotations?.find(isName) ?? {}, { x: 0, y: top });
    Object.assign(x, { domain: [0, 1], title: xTitle, tickangle: "auto" });
    Object.assign(y, { domain: [top - tall / all, top], title: y.title.text ? y.title : yTitle });
    y.showticklabels = true;
  }
}

/**
 * Breaks the names of rows and gives the rows height for them; returns the pixels that the names
 * take.
 */
function breakNames(data, layout) {
  const { yaxis } = layout;
  if (yaxis?.type !== "category") return 0;
  const rows = data.flatMap(({ y }) => (Array.isArray(y) ? y : [])).filter((y) => typeof y === "string");
  yaxis.tickvals ??= yaxis.categoryarray ?? [...new Set(rows)];
  yaxis.ticktext = (yaxis.ticktext ?? yaxis.tickvals).map((name) => inLines(name, nameLetters));
  const row = (layout.height - layout.margin.t - layout.margin.b) / yaxis.ticktext.length;
  const wanted = lineHeight * Math.max(...yaxis.ticktext.map(lineCount)) + 3;
  if (wanted > row) grow(layout, (wanted - row) * yaxis.ticktext.length);
  const longest = Math.max(
    ...yaxis.ticktext.flatMap((name) => name.split("<br>").map(({ length }) => length)),
  );
  return letterWidth * layout.font.size * longest;
}

function breakAxisTitles(layout, plotWidth) {
  for (const key of Object.keys(layout).filter((key) => /^[xy]axis\d*$/.test(key))) {
    const { title, domain = [0, 1] } = layout[key];
    if (!title?.text) continue;
    const inner = layout.height - layout.margin.t - layout.margin.b;
    const room = (domain[1] - domain[0]) * (key[0] === "x" ? plotWidth : inner);
    const text = inLines(title.text, lettersIn(room, titleSize * layout.font.size));
    layout[key].title = { ...title, text };
    if (key === "xaxis") grow(layout, (lineCount(text) - lineCount(title.text)) * lineHeight, "b");
  }
}

/**
 * Room above the plot for a legend that takes several rows there: as Plotly does, in columns as
 * wide as its longest name.
 */
function makeRoomForLegend(data, layout, plotWidth) {
  if (!layout.showlegend) return;
  const names = data.flatMap(({ name, showlegend }) => (name && showlegend !== false ? [name] : []));
  const widths = names.map((name) => 45 + letterWidth * layout.legend.font.size * name.length);
  const isOneRow = widths.reduce((a, b) => a + b, 0) <= plotWidth;
  const columns = isOneRow ? names.length : Math.max(1, Math.floor(plotWidth / Math.max(...widths)));
  grow(layout, (Math.ceil(names.length / columns) - 1) * 19, "t");
}

/** The figure for a page that leaves it so many pixels. */
function narrowFigure(figure, width) {
  const { data, layout } = structuredClone(figure);
  stackPanels(layout);
  const names = breakNames(data, layout);
  const plotWidth = width - Math.max(names, layout.margin.l) - layout.margin.r;
  makeRoomForLegend(data, layout, plotWidth);
  breakAxisTitles(layout, plotWidth);
  const title = inLines(layout.title.text, lettersIn(width - 12, layout.title.font.size));
  grow(layout, (lineCount(title) - 1) * 18, "t");
  layout.title.text = title;
  return { data, layout };
}

Object.assign(globalThis, { narrowFigure });
