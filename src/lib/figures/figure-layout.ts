/** Lines, bars and points that belong to no emotion; readable on white and on dark ground. */
export const quietColour = "#7a86a8";
/** The one thing in a figure that the eye should find first, when emotions have no part in it. */
export const accentColour = "#007f86";
/** From none to all of a share, in heat maps. */
export const shareColours: readonly (readonly [number, string])[] = [
  [0, "#eaf5f5"],
  [0.5, "#5fb0b4"],
  [1, "#00484c"],
];
/** Text, and fine lines over bars. */
export const inkColour = "#2b2b2b";
/** Grid lines, faint on any ground. */
const gridColour = "rgba(128,128,128,0.22)";

/** Widest a figure may be: GitHub and a phone held sideways show it without scrolling. */
const figureWidth = 680;

/**
 * The layout that all figures share: one font, a white card that also stands on a dark page, room
 * for titles. Nothing but `font.color`, `paper_bgcolor` and `plot_bgcolor` depends on the ground,
 * so a page may swap these three.
 *
 * @param title short and plain; prose around the figure says the rest
 * @param height in pixels
 */
export function figureLayout(
  title: string,
  height: number,
  rest: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return {
    title: {
      text: title,
      font: { size: 14 },
      x: 0.012,
      xanchor: "left",
      y: 1,
      yref: "container",
      yanchor: "top",
      pad: { t: 12 },
    },
    width: figureWidth,
    height,
    font: { family: "DejaVu Sans, Verdana, sans-serif", size: 11, color: inkColour },
    paper_bgcolor: "#ffffff",
    plot_bgcolor: "#ffffff",
    margin: { l: 62, r: 18, t: 44, b: 48 },
    showlegend: false,
    hovermode: "closest",
    hoverlabel: { namelength: -1 },
    ...rest,
  };
}

/**
 * An axis with its title, unit included.
 *
 * @example axis("time (s)").title // { text: "time (s)", standoff: 8 }
 */
export function axis(title: string, rest: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    title: { text: title, standoff: 8 },
    gridcolor: gridColour,
    zeroline: false,
    linecolor: quietColour,
    tickcolor: quietColour,
    automargin: true,
    ...rest,
  };
}

/** A legend in one line above the plot, right-aligned. */
export const legendAbove: Readonly<Record<string, unknown>> = {
  orientation: "h",
  x: 1,
  xanchor: "right",
  y: 1.01,
  yanchor: "bottom",
  font: { size: 11 },
};

/** A long name of a row in two lines, broken at its first space: features, then the model. */
export function inTwoLines(name: string, mostLetters: number): string {
  return name.length > mostLetters ? name.replace(" ", "<br>") : name;
}

/** The bar beside a heat map that tells what its colours stand for. */
export function colourBar(
  title: string,
  rest: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return { title: { text: title, side: "right" }, ...rest, thickness: 12, outlinewidth: 0 };
}
