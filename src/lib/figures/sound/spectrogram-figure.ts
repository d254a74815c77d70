import type { Spectrogram } from "../../frames/spectrogram";
import type { Figure } from "../figure";
import { colourBar, figureLayout } from "../figure-layout";
import { type GridPanel, panelAxes, panelColumns, panelGrid, panelTitle } from "../panel-grid";
import { frequencyAxis, spectrogramTrace, timeSpan } from "./spectrogram-trace";

const standardRangeDb = 70;

/** One spectrogram of a figure with its name above it. */
export interface NamedSpectrogram extends Spectrogram {
  readonly name: string;
}

/** How spectrograms are drawn. */
export interface SpectrogramView {
  readonly title: string;
  readonly scale: "mel" | "hertz";
  /** Default 70: what lies further below a recording's loudest cell is black. */
  readonly rangeDb?: number;
  /**
   * What colours mean where they are no decibels alone; default "dB below the loudest", with the
   * numbers of `rangeDb`.
   */
  readonly colourBar?: ColourBar;
  /** Default: as many as fit side by side. */
  readonly columns?: 1 | 2;
  /**
   * Whether a player of each sound follows, in the same order: on a page a cursor then runs through
   * its panel, and a click plays from there. Default false.
   */
  readonly sounds?: boolean;
}

/** The bar's title, and the words at its dark and its bright end instead of decibels. */
interface ColourBar {
  readonly title: string;
  readonly ends: readonly [dark: string, bright: string];
}

/** The heat map of a spectrogram in its panel; the first one's colour bar stands for all. */
function heatMap(
  spectrogram: Spectrogram,
  { scale, rangeDb = standardRangeDb, colourBar: bar }: SpectrogramView,
  { suffix }: GridPanel,
) {
  const heat = spectrogramTrace(spectrogram, scale, rangeDb);
  const told = String(heat.hovertemplate);
  return {
    ...heat,
    hovertemplate: bar ? told.replace(": %{z:.0f} dB", "") : told,
    xaxis: `x${suffix}`,
    yaxis: `y${suffix}`,
    showscale: suffix === "",
    colorbar: {
      ...colourBar(
        bar?.title ?? "dB below the loudest",
        bar && { tickvals: [-rangeDb, 0], ticktext: bar.ends },
      ),
      x: 1.02,
      len: 1,
    },
  };
}

/** Titles stand at the left and the bottom only: all panels have the same axes. */
function axesOf(spectrogram: Spectrogram, { scale }: SpectrogramView, panel: GridPanel, endSeconds: number) {
  const isFirst = panel.column === 0;
  return panelAxes(
    panel,
    { title: panel.lowest ? "time (s)" : "", range: [0, endSeconds], showgrid: false, ticks: "outside" },
    {
      title: isFirst ? (scale === "mel" ? "mel bands (kHz)" : "frequency (kHz)") : "",
      ...frequencyAxis(spectrogram, scale),
      ...(isFirst ? {} : { showticklabels: false }),
    },
  );
}

/**
 * Spectrograms side by side on one time scale, so that short and long stay comparable; levels are
 * relative to each one's loudest cell.
 *
 * @example spectrogramFigure([{ name: "220 Hz", ...melSpectrogram(tone(220)) }], { title: "a tone", scale: "mel" }).data.length // 1
 */
export function spectrogramFigure(spectrograms: readonly NamedSpectrogram[], view: SpectrogramView): Figure {
  const isSingle = spectrograms.length === 1;
  const { columns = panelColumns(spectrograms.length) } = view;
  const rows = Math.ceil(spectrograms.length / columns);
  const panels = panelGrid(spectrograms.length, columns, { x: 0.035, y: 0.24 / rows });
  const endSeconds = Math.max(...spectrograms.map((one) => timeSpan(one).end));
  const data = panels.map((panel, i) => heatMap(spectrograms[i], view, panel));
  const axes = panels.map((panel, i) => axesOf(spectrograms[i], view, panel, endSeconds));
  const layout = figureLayout(view.title, heightOf(rows, columns), {
    ...(view.sounds && { meta: { sounds: true } }),
    ...Object.assign({}, ...axes),
    annotations: isSingle ? [] : panels.map((panel, i) => panelTitle(panel, spectrograms[i].name)),
    margin: { l: 58, r: 78, t: isSingle ? 44 : 64, b: 46 },
  });
  const { scale, rangeDb = standardRangeDb, colourBar: bar } = view;
  const range = bar?.title ?? `${rangeDb} dB range`;
  const names = spectrograms.map(({ name }) => name).join(", ");
  return {
    data,
    layout,
    alt: `${scale === "mel" ? "Mel spectrogram" : "Spectrogram"} of ${names}, ${range}.`,
  };
}

/** Panels as wide as the page need less height. */
function heightOf(rows: number, columns: number): number {
  if (rows === 1) return 300;
  return 70 + rows * (columns === 3 ? 190 : 150);
}
