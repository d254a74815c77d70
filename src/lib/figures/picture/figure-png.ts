import { Resvg } from "@resvg/resvg-js";
import type { Figure } from "../figure";
import { plotlyWindow } from "./plotly-window";
import { fontFiles } from "./text-size";

/** A picture and its size in pixels. */
export interface FigurePng {
  readonly png: Buffer;
  readonly width: number;
  readonly height: number;
}

/** How large a figure is drawn. */
export interface FigurePngOptions {
  /** Pixels; default the layout's own, or 680. */
  readonly width?: number;
  /** Pixels; default the layout's own, or 400. */
  readonly height?: number;
  /** Pixels of the picture per pixel of the layout; default 1, 2 for print. */
  readonly scale?: number;
}

/**
 * Draws a figure without a browser: the same bytes for the same figure, on every machine.
 *
 * @example
 * const line = { data: [{ type: "scatter", x: [0, 1], y: [0, 1] }], layout: {}, alt: "a line" };
 * (await figureToPng(line, { scale: 2 })).width // 1360
 */
export async function figureToPng(figure: Figure, options: FigurePngOptions = {}): Promise<FigurePng> {
  const width = options.width ?? Number(figure.layout.width ?? 680);
  const height = options.height ?? Number(figure.layout.height ?? 400);
  const svg = await figureToSvg(figure, width, height);
  const drawn = new Resvg(svg, {
    fitTo: { mode: "zoom", value: options.scale ?? 1 },
    font: { fontFiles: [...fontFiles], loadSystemFonts: false, defaultFontFamily: "DejaVu Sans" },
    background: String(figure.layout.paper_bgcolor ?? "white"),
  }).render();
  return { png: drawn.asPng(), width: drawn.width, height: drawn.height };
}

async function figureToSvg(figure: Figure, width: number, height: number): Promise<string> {
  const { document, Plotly } = plotlyWindow();
  const element = document.body.appendChild(document.createElement("div"));
  const layout = { ...structuredClone(figure.layout), width, height };
  await Plotly.newPlot(element, structuredClone(figure.data), withWholeLabels(layout), { staticPlot: true });
  const svg = Plotly.Snapshot.toSVG(element, "svg", 1);
  Plotly.purge(element);
  element.remove();
  return forResvg(svg);
}

/** Without a real layout Plotly takes tick labels for overflowing ones and hides them. */
function withWholeLabels(layout: Record<string, unknown>): Record<string, unknown> {
  const axes = ["xaxis", "yaxis", ...Object.keys(layout).filter((key) => /^[xy]axis\d+$/.test(key))];
  return {
    ...layout,
    ...Object.fromEntries(
      axes.map((key) => [key, { ...(layout[key] as object | undefined), ticklabeloverflow: "allow" }]),
    ),
  };
}

/**
 * resvg wants bare ids, else colour bars are black, and the SVG name of sharp cells, else heat maps
 * blur.
 */
function forResvg(svg: string): string {
  return svg
    .replace(/url\((?:'|&quot;|")[^#)]*#([^'"&)]+)(?:'|&quot;|")\)/g, "url(#$1)")
    .replace(/image-rendering:\s*[^;"]*(pixelated|crisp-edges)[^;"]*/g, "image-rendering: optimizeSpeed");
}
