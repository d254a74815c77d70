import { emotionStyles } from "./emotion-colours";
import type { Figure } from "./figure";
import { figureLayout } from "./figure-layout";
import { packNumbers } from "./packed-numbers";
import { type GridPanel, panelAxes, panelColumns, panelGrid, panelTitle } from "./panel-grid";

/** One quantity over all recordings. */
export interface Quantity {
  readonly name: string;
  /**
   * With its unit: "duration (s)", or a column's name; takes two lines where it is longer than its
   * panel.
   */
  readonly axis: string;
  /** One value per recording; NaN is left out. */
  readonly values: ArrayLike<number>;
}

const mostPoints = 600;

/** As many small letters stand beside a panel of several. */
const panelLetters = 27;

/**
 * Names of columns are long, a panel is not: small letters, and two lines broken after the "_" or
 * space nearest the middle.
 */
function small(text: string): string {
  const ends = [...text.matchAll(/[_ ]+(?=.)/g)].map((sign) => sign.index + sign[0].length);
  const middle = ends.sort((a, b) => Math.abs(a - text.length / 2) - Math.abs(b - text.length / 2))[0];
  const inLines =
    text.length > panelLetters && middle ? `${text.slice(0, middle)}<br>${text.slice(middle)}` : text;
  return `<span style="font-size:9px">${inLines}</span>`;
}

/** The violins of a quantity, one per label. */
function violins(
  { values }: Quantity,
  emotions: readonly string[],
  labels: readonly string[],
  { suffix }: GridPanel,
  points: "all" | false,
) {
  const style = emotionStyles(labels);
  return labels.map((label) => ({
    type: "violin",
    name: label,
    y: packNumbers(Array.from(values).filter((v, k) => emotions[k] === label && Number.isFinite(v))),
    xaxis: `x${suffix}`,
    yaxis: `y${suffix}`,
    box: { visible: true, width: 0.25 },
    points,
    pointpos: 0,
    jitter: 0.5,
    marker: { size: 3.5, opacity: 0.45, color: style(label).colour },
    line: { color: style(label).colour, width: 1.2 },
    spanmode: "hard",
    scalemode: "width",
    width: 0.85,
    hoveron: "violins+points",
    hoverinfo: "y+name",
  }));
}

/**
 * One panel per quantity: a violin with its box per emotion, in a single panel with the recordings
 * as points as long as there are few.
 *
 * @param emotions the emotion of each recording
 */
export function distributionsFigure(
  title: string,
  quantities: readonly Quantity[],
  emotions: readonly string[],
): Figure {
  const labels = [...new Set(emotions)].sort();
  const columns = panelColumns(quantities.length);
  const rows = Math.ceil(quantities.length / columns);
  const panels = panelGrid(quantities.length, columns, { x: columns === 3 ? 0.165 : 0.15, y: 0.42 / rows });
  const points = columns > 1 || emotions.length > mostPoints ? false : "all";
  const data = panels.flatMap((panel, i) => violins(quantities[i], emotions, labels, panel, points));
  const axes = panels.map((panel, i) =>
    panelAxes(
      panel,
      { title: "", tickangle: columns === 1 ? 0 : -40, showgrid: false },
      { title: columns === 1 ? quantities[i].axis : small(quantities[i].axis) },
    ),
  );
  const layout = figureLayout(title, columns === 1 ? 340 : 60 + rows * 265, {
    ...Object.assign({}, ...axes),
    annotations: columns === 1 ? [] : panels.map((panel, i) => panelTitle(panel, quantities[i].name)),
    margin: { l: 62, r: 14, t: columns === 1 ? 44 : 66, b: 60 },
  });
  const names = quantities.map(({ name }) => name).join(", ");
  return {
    data,
    layout,
    alt: `Violins of ${names} for ${labels.join(", ")}; ${emotions.length} recordings.`,
  };
}
