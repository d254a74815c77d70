import type { Labelled } from "../corpus/recording";
import { emotionStyles } from "./emotion-colours";
import type { Figure } from "./figure";
import { axis, figureLayout, legendAbove } from "./figure-layout";
import { packNumbers } from "./packed-numbers";
import { densityTrace, mostDots } from "./point-cloud";

/**
 * Every recording as a point in two dimensions, its emotion by colour and by marker; of many
 * recordings, lines of equal density of each emotion.
 *
 * @param points one [x, y] per recording
 * @param axes titles of the two axes, such as "component 1 (31 % of the variance)"
 */
export function featureMapFigure(
  title: string,
  recordings: readonly Labelled[],
  points: readonly (readonly [number, number])[],
  axes: readonly [string, string],
): Figure {
  const labels = [...new Set(recordings.map(({ emotion }) => emotion))].sort();
  const style = emotionStyles(labels);
  const data = labels.map((label) => {
    const chosen = recordings.flatMap((one, i) => (one.emotion === label ? [i] : []));
    if (recordings.length > mostDots) {
      const own = chosen.map((i) => points[i]);
      return densityTrace(own, style(label).colour, { name: label, showlegend: true });
    }
    return {
      type: "scatter",
      mode: "markers",
      name: label,
      x: packNumbers(chosen.map((i) => points[i][0])),
      y: packNumbers(chosen.map((i) => points[i][1])),
      text: chosen.map((i) => `${recordings[i].file}, ${recordings[i].speaker}`),
      marker: { size: 7, opacity: 0.78, color: style(label).colour, symbol: style(label).symbol },
      hovertemplate: `%{text}<extra>${label}</extra>`,
    };
  });
  const layout = figureLayout(title, 440, {
    showlegend: true,
    legend: legendAbove,
    margin: { l: 62, r: 18, t: 66, b: 48 },
    xaxis: axis(axes[0], { zeroline: true, zerolinecolor: "rgba(128,128,128,0.4)" }),
    yaxis: axis(axes[1], { zeroline: true, zerolinecolor: "rgba(128,128,128,0.4)" }),
  });
  return {
    data,
    layout,
    alt: `Map of ${recordings.length} recordings by ${axes.join(" and ")}, coloured by ${labels.join(", ")}.`,
  };
}
