import { emotionStyles } from "./emotion-colours";
import type { Figure } from "./figure";
import { figureLayout } from "./figure-layout";
import { packNumbers } from "./packed-numbers";
import { panelAxes, panelGrid, panelTitle } from "./panel-grid";

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
  const style = emotionStyles(labels);
  const columns = quantities.length === 1 ? 1 : quantities.length === 2 || quantities.length === 4 ? 2 : 3;
  const rows = Math.ceil(quantities.length / columns);
  const panels = panelGrid(quantities.length, columns, { x: columns === 3 ? 0.165 : 0.15, y: 0.42 / rows });
  const data = panels.flatMap((panel, i) =>
    labels.map((label) => ({
      type: "violin",
      name: label,
      y: packNumbers(
        Array.from(quantities[i].values).filter((v, k) => emotions[k] === label && Number.isFinite(v)),
      ),
      xaxis: `x${panel.suffix}`,
      yaxis: `y${panel.suffix}`,
      box: { visible: true, width: 0.25 },
      points: columns > 1 || emotions.length > mostPoints ? false : "all",
      pointpos: 0,
      jitter: 0.5,
      marker: { size: 3.5, opacity: 0.45, color: style(label).colour },
      line: { color: style(label).colour, width: 1.2 },
      spanmode: "hard",
      scalemode: "width",
      width: 0.85,
      hoveron: "violins+points",
      hoverinfo: "y+name",
    })),
  );
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
