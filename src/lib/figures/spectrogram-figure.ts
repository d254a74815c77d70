import type { Spectrogram } from "../frames/spectrogram";
import type { Figure } from "./figure";
import { figureLayout } from "./figure-layout";
import { panelAxes, panelGrid, panelTitle } from "./panel-grid";
import { frequencyAxis, spectrogramTrace, timeSpan } from "./spectrogram-trace";

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
}

/** The bar's title, and the words at its dark and its bright end instead of decibels. */
interface ColourBar {
  readonly title: string;
  readonly ends: readonly [dark: string, bright: string];
}

/**
 * Spectrograms side by side on one time scale, so that short and long stay comparable; levels are
 * relative to each one's loudest cell.
 *
 * @example spectrogramFigure([{ name: "220 Hz", ...melSpectrogram(tone(220)) }], { title: "a tone", scale: "mel" }).data.length // 1
 */
export function spectrogramFigure(
  spectrograms: readonly NamedSpectrogram[],
  { title, scale, rangeDb = 70, colourBar }: SpectrogramView,
): Figure {
  const columns =
    spectrograms.length === 1 ? 1 : spectrograms.length === 2 || spectrograms.length === 4 ? 2 : 3;
  const rows = Math.ceil(spectrograms.length / columns);
  const panels = panelGrid(spectrograms.length, columns, { x: 0.035, y: 0.24 / rows });
  const end = Math.max(...spectrograms.map((one) => timeSpan(one).end));
  const trace = (one: Spectrogram) => {
    const heat = spectrogramTrace(one, scale, rangeDb);
    const hovertemplate = String(heat.hovertemplate);
    return colourBar ? { ...heat, hovertemplate: hovertemplate.replace(": %{z} dB", "") } : heat;
  };
  const data = panels.map((panel, i) => ({
    ...trace(spectrograms[i]),
    xaxis: `x${panel.suffix}`,
    yaxis: `y${panel.suffix}`,
    showscale: i === 0,
    colorbar: {
      title: { text: colourBar?.title ?? "dB below the loudest", side: "right" },
      ...(colourBar && { tickvals: [-rangeDb, 0], ticktext: colourBar.ends }),
      thickness: 12,
      outlinewidth: 0,
      x: 1.02,
      len: 1,
    },
  }));
  const axes = panels.map((panel, i) =>
    panelAxes(
      panel,
      { title: panel.lowest ? "time (s)" : "", range: [0, end], showgrid: false, ticks: "outside" },
      {
        title: panel.column === 0 ? (scale === "mel" ? "mel bands (kHz)" : "frequency (kHz)") : "",
        ...frequencyAxis(spectrograms[i], scale),
        ...(panel.column === 0 ? {} : { showticklabels: false }),
      },
    ),
  );
  const layout = figureLayout(title, rows === 1 ? 300 : 70 + rows * 190, {
    ...Object.assign({}, ...axes),
    annotations:
      spectrograms.length === 1 ? [] : panels.map((panel, i) => panelTitle(panel, spectrograms[i].name)),
    margin: { l: 58, r: 78, t: spectrograms.length === 1 ? 44 : 64, b: 46 },
  });
  const range = colourBar?.title ?? `${rangeDb} dB range`;
  const names = spectrograms.map(({ name }) => name).join(", ");
  return {
    data,
    layout,
    alt: `${scale === "mel" ? "Mel spectrogram" : "Spectrogram"} of ${names}, ${range}.`,
  };
}
