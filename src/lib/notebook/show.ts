import type { Figure } from "../figures/figure";
import { literalFigure } from "../figures/literal-figure";
import { display } from "./display";

/**
 * Plotly's own toolbar offers to upload a chart to its cloud; what a figure shows of a corpus stays
 * on this machine.
 */
const nothingLeaves = { showSendToCloud: false, plotlyServerURL: "" };

/**
 * Shows a figure: interactive where the viewer can, a picture everywhere else, its words where
 * nothing is drawn.
 */
export async function show(figure: Figure): Promise<void> {
  const shown = literalFigure(figure);
  // What draws pictures takes a second to load, which no chapter should wait for before its first
  // figure.
  const { figureToPng } = await import("../figures/picture/figure-png");
  const { png, width, height } = await figureToPng(shown);
  const { data, layout, alt } = shown;
  display({
    data: {
      "application/vnd.plotly.v1+json": { data, layout, config: nothingLeaves },
      "image/png": png.toString("base64"),
      "text/plain": `[${alt}]`,
    },
    metadata: { "image/png": { width, height, alt } },
  });
}
