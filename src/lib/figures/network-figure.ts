import type { LayerShape } from "../models/networks/network-shapes";
import type { Figure } from "./figure";
import { accentColour, axis, figureLayout } from "./figure-layout";

/** Sheets are drawn for at most so many channels. */
const mostSheets = 4;

/** What a layer hands on, in words: "50 × 16, 16 channels". */
function shapeText({ frames, bands, channels }: LayerShape): string {
  if (frames === undefined) return `${channels} numbers`;
  return `${frames} × ${bands}${channels > 1 ? `, ${channels} channels` : ""}`;
}

/**
 * A network from top to bottom, each layer as what it hands on: sheets as wide as it has frames and
 * as high as it has bands, several where there are channels.
 */
export function networkFigure(title: string, layers: readonly LayerShape[]): Figure {
  const widest = Math.max(...layers.map(({ frames = 0 }) => frames));
  const highest = Math.max(...layers.map(({ bands = 0 }) => bands));
  const sheets = layers.flatMap(({ frames, bands, channels }, row) => {
    const width = frames ? (0.5 * frames) / widest : 0.5 * Math.min(1, channels / widest);
    const height = bands ? (0.66 * bands) / highest : 0.08;
    const count = frames ? Math.min(mostSheets, Math.ceil(Math.sqrt(channels))) : 1;
    return Array.from({ length: count }, (_, sheet) => ({
      type: "rect",
      x0: 0.012 * sheet,
      x1: Math.max(0.01, width) + 0.012 * sheet,
      y0: row - height / 2 - 0.045 * sheet,
      y1: row + height / 2 - 0.045 * sheet,
      fillcolor: accentColour,
      opacity: 0.45,
      line: { width: 1, color: accentColour },
    })).reverse();
  });
  const layout = figureLayout(title, 70 + 54 * layers.length, {
    margin: { l: 62, r: 18, t: 44, b: 18 },
    shapes: sheets,
    annotations: layers.map((layer, row) => ({
      text: shapeText(layer),
      x: 0.62,
      y: row,
      xanchor: "left",
      showarrow: false,
    })),
    xaxis: axis("", { range: [-0.01, 1], visible: false }),
    yaxis: axis("", {
      range: [layers.length - 0.45, -0.65],
      tickvals: layers.map((_, row) => row),
      ticktext: layers.map(({ name }) => name),
      showgrid: false,
    }),
  });
  // A figure without a trace is no figure to Plotly.
  const data = [{ type: "scatter", x: [0], y: [0], mode: "markers", opacity: 0, hoverinfo: "skip" }];
  const said = layers.map((layer) => `${layer.name} ${shapeText(layer)}`);
  return { data, layout, alt: `${title}: ${said.join("; ")}.` };
}
