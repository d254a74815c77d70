import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Canvas, createCanvas } from "@napi-rs/canvas";
import { JSDOM } from "jsdom";
import { svgPathProperties } from "svg-path-properties";
import { type Extent, ownExtent, svgExtent } from "./svg-extent";

/** The part of Plotly that draws a picture. */
export interface Plotly {
  newPlot(element: Element, data: unknown, layout: unknown, config: unknown): Promise<Element>;
  purge(element: Element): void;
  Snapshot: { toSVG(element: Element, format: "svg", scale: number): string };
}

interface PlotlyWindow {
  readonly document: Document;
  readonly Plotly: Plotly;
}

let opened: PlotlyWindow | undefined;

/**
 * Plotly in a window without a screen, opened once per process: jsdom, and the layout, paths and
 * canvas that it lacks.
 */
export function plotlyWindow(): PlotlyWindow {
  if (opened) return opened;
  const { window } = new JSDOM("<!doctype html><body></body>", {
    runScripts: "outside-only",
    pretendToBeVisual: true,
  });
  addGlobals(window as unknown as Record<string, unknown>);
  addLayout(window);
  addPaths(window);
  addCanvas(window);
  window.eval(readFileSync(createRequire(__filename).resolve("plotly.js-dist-min"), "utf8"));
  opened = window as unknown as PlotlyWindow;
  return opened;
}

type Window = JSDOM["window"];

function addGlobals(window: Record<string, unknown>): void {
  Object.assign(window, { TextDecoder, TextEncoder, structuredClone });
  window.matchMedia = () => ({ matches: false, addListener() {}, removeListener() {} });
  (window.URL as { createObjectURL(): string }).createObjectURL = () => "";
}

function addLayout(window: Window): void {
  const box = ({ left, top, right, bottom }: Extent) => {
    return { x: left, y: top, left, top, right, bottom, width: right - left, height: bottom - top };
  };
  Object.assign(window.SVGElement.prototype, {
    getBBox(this: Element) {
      return box(ownExtent(this));
    },
    getBoundingClientRect(this: Element) {
      return box(svgExtent(this));
    },
    getComputedTextLength(this: Element) {
      return box(ownExtent(this)).width;
    },
  });
}

function addPaths(window: Window): void {
  const path = (element: Element) => new svgPathProperties(element.getAttribute("d") ?? "M0,0");
  Object.assign(window.SVGElement.prototype, {
    getTotalLength(this: Element) {
      return path(this).getTotalLength();
    },
    getPointAtLength(this: Element, length: number) {
      return path(this).getPointAtLength(length);
    },
  });
}

/** Heat maps are painted on a canvas and stand in the SVG as a picture. */
function addCanvas(window: Window): void {
  const canvases = new WeakMap<HTMLCanvasElement, Canvas>();
  const canvasOf = (element: HTMLCanvasElement): Canvas => {
    const known: Canvas = canvases.get(element) ?? createCanvas(element.width, element.height);
    canvases.set(element, known);
    return known;
  };
  Object.assign(window.HTMLCanvasElement.prototype, {
    getContext(this: HTMLCanvasElement) {
      return canvasOf(this).getContext("2d");
    },
    toDataURL(this: HTMLCanvasElement) {
      return canvasOf(this).toDataURL("image/png");
    },
  });
}
