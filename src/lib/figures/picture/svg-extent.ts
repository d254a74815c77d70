import { textSize } from "./text-size";

/** A rectangle in pixels. */
export interface Extent {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const nothing: Extent = { left: 0, top: 0, right: 0, bottom: 0 };

/**
 * Where an SVG element is drawn, as a browser's layout would say: text by its font, shapes by their
 * attributes, groups by what is in them. jsdom has no layout of its own.
 */
export function svgExtent(element: Element): Extent {
  return moved(ownExtent(element), element.getAttribute("transform") ?? "");
}

/** The extent in the element's own coordinates, as `getBBox` gives it. */
export function ownExtent(element: Element): Extent {
  if (element.tagName === "text") return textExtent(element);
  if (element.tagName === "rect" || element.tagName === "image") return rectangle(element);
  if (element.tagName === "path") return pathExtent(element.getAttribute("d") ?? "");
  return union([...element.children].filter(visible).map(svgExtent));
}

function visible(element: Element): boolean {
  const hidden = ["defs", "clipPath", "title"].includes(element.tagName);
  return !hidden && (element as SVGElement).style.display !== "none";
}

function rectangle(element: Element): Extent {
  const [left, top, width, height] = ["x", "y", "width", "height"].map((name) => numeric(element, name));
  return { left, top, right: left + width, bottom: top + height };
}

function numeric(element: Element, name: string): number {
  return Number.parseFloat(element.getAttribute(name) ?? "") || 0;
}

/** Lines are `tspan.line` elements with a `dy` in em; a text without them is one line. */
function textExtent(element: Element): Extent {
  const lines = [...element.querySelectorAll("tspan.line")];
  const fontPixels = fontPixelsOf(element);
  const bold = (element as SVGElement).style.fontWeight === "bold" || element.innerHTML.includes("bold");
  return union((lines.length ? lines : [element]).map((line) => lineExtent(element, line, fontPixels, bold)));
}

function lineExtent(text: Element, line: Element, fontPixels: number, bold: boolean): Extent {
  const { width, ascent, descent } = textSize(line.textContent ?? "", fontPixels, bold);
  const anchor = (text as SVGElement).style.textAnchor || text.getAttribute("text-anchor");
  const [x, y] = ["x", "y"].map((name) => numeric(line.hasAttribute(name) ? line : text, name));
  const left = x - (anchor === "middle" ? width / 2 : anchor === "end" ? width : 0);
  const baseline = y + (line === text ? 0 : numeric(line, "dy") * fontPixels);
  return { left, right: left + width, top: baseline - ascent, bottom: baseline + descent };
}

function fontPixelsOf(element: Element): number {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const pixels = Number.parseFloat((at as SVGElement).style?.fontSize ?? "");
    if (pixels) return pixels;
  }
  return 12;
}

/**
 * The hull of a path's absolute coordinates: exact for Plotly's lines, boxes and symbols but for
 * the bulge of curves.
 */
function pathExtent(path: string): Extent {
  const extents: Extent[] = [];
  let x = 0;
  let y = 0;
  for (const [, command, rest] of path.matchAll(/([MLHVCQS])([^A-Za-z]*)/g)) {
    const numbers = (rest.match(/-?[\d.]+(e-?\d+)?/g) ?? []).map(Number);
    if (command === "H") x = numbers[0];
    else if (command === "V") y = numbers[0];
    else [x, y] = numbers.slice(-2);
    extents.push({ left: x, right: x, top: y, bottom: y });
  }
  return union(extents);
}

function union(extents: readonly Extent[]): Extent {
  const drawn = extents.filter((one) => one !== nothing);
  if (drawn.length === 0) return nothing;
  return {
    left: Math.min(...drawn.map((one) => one.left)),
    top: Math.min(...drawn.map((one) => one.top)),
    right: Math.max(...drawn.map((one) => one.right)),
    bottom: Math.max(...drawn.map((one) => one.bottom)),
  };
}

/** Applies a list of `translate`, `rotate` (about a point) and `scale`, the last one first. */
function moved(extent: Extent, transform: string): Extent {
  if (extent === nothing) return nothing;
  const steps = [...transform.matchAll(/(translate|rotate|scale)\(([^)]*)\)/g)].reverse();
  let corners = [
    [extent.left, extent.top],
    [extent.right, extent.top],
    [extent.left, extent.bottom],
    [extent.right, extent.bottom],
  ];
  for (const [, kind, list] of steps) {
    const numbers = list.split(/[\s,]+/).map(Number);
    corners = corners.map(([x, y]) => movedPoint(x, y, kind, numbers));
  }
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

function movedPoint(x: number, y: number, kind: string, [a, b, c]: number[]): [number, number] {
  if (kind === "translate") return [x + a, y + (b || 0)];
  if (kind === "scale") return [x * a, y * (b ?? a)];
  const [cos, sin] = [Math.cos((a * Math.PI) / 180), Math.sin((a * Math.PI) / 180)];
  const [dx, dy] = [x - (b || 0), y - (c || 0)];
  return [(b || 0) + dx * cos - dy * sin, (c || 0) + dx * sin + dy * cos];
}
