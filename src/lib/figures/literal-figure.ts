import type { Figure } from "./figure";

/** What figures write themselves: a line break, and the second box of a hover text. */
const foreignTag = /<(?!br>|\/?extra>)/g;

/**
 * A figure whose texts are shown as they stand: Plotly takes `<b>` or `<a href>` in a label for
 * markup.
 *
 * @example
 * const figure = { data: [{ x: ["<b>loud</b>"] }], layout: {}, alt: "" };
 * literalFigure(figure).data[0].x // [ '&lt;b>loud&lt;/b>' ]
 */
export function literalFigure({ data, layout, alt }: Figure): Figure {
  return { data: data.map(literal), layout: literal(layout), alt };
}

function literal<T>(part: T): T {
  if (typeof part === "string") return part.replace(foreignTag, "&lt;") as T;
  if (Array.isArray(part)) return part.map(literal) as T;
  if (typeof part !== "object" || part === null || ArrayBuffer.isView(part)) return part;
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, literal(value)])) as T;
}
