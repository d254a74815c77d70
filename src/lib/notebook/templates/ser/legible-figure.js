// Makes a figure's colours stand out from the page's ground, light or dark.

const rgbOf = (hex) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

function luminance(rgb) {
  const [red, green, blue] = rgb.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a, b) {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

/**
 * The rule of the live page (src/page/drawing/legible-colour.ts): mixed with the ink until the
 * contrast is 3:1, or what text needs.
 */
function legibleColour(colour, ground, ink, least = 3) {
  const [from, to, behind] = [colour, ink, ground].map(rgbOf);
  for (let part = 0; part < 1; part += 1 / 15) {
    const mixed = from.map((value, i) => Math.round(value + part * (to[i] - value)));
    if (contrast(mixed, behind) >= least)
      return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
  }
  return ink;
}

const panelOf = ({ xaxis = "x", yaxis = "y" }) => `${xaxis} ${yaxis}`;

/**
 * The figure in colours for that ground and ink, both "#rrggbb": lines, markers, error bars and
 * coloured texts. What lies on a heat map stays as it is, its ground is the map.
 */
function legibleFigure({ data, layout }, ground, ink) {
  const legible = (colour, least) =>
    /^#[0-9a-f]{6}$/i.test(colour) ? legibleColour(colour, ground, ink, least) : colour;
  const recolour = (object, key, least) => {
    const color = object[key]?.color;
    if (!color) return object;
    const changed = Array.isArray(color) ? color.map((one) => legible(one, least)) : legible(color, least);
    return { ...object, [key]: { ...object[key], color: changed } };
  };
  const maps = new Set(data.filter(({ type }) => type === "heatmap").map(panelOf));
  const traceParts = ["line", "marker", "error_x", "error_y"];
  return {
    data: data.map((trace) =>
      maps.has(panelOf(trace)) ? trace : traceParts.reduce((out, part) => recolour(out, part), trace),
    ),
    layout: {
      ...layout,
      font: { ...layout.font, color: ink },
      annotations: layout.annotations?.map((note) => recolour(note, "font", 4.5)),
      shapes: layout.shapes?.map((shape) => recolour(shape, "line")),
    },
  };
}

Object.assign(globalThis, { legibleColour, legibleFigure });
