import type { Labelled } from "../corpus/recording";
import type { Figure } from "./figure";
import { accentColour, axis, figureLayout, inkColour, quietColour } from "./figure-layout";
import { packNumbers } from "./packed-numbers";

/** More speakers' names than this would lie over each other. */
const mostNames = 30;

/**
 * Every recording as a point in two dimensions, tied to the mean of its speaker: where the ties are
 * short and the names far apart, the map shows voices.
 */
export function speakerMapFigure(
  title: string,
  recordings: readonly Labelled[],
  points: readonly (readonly [number, number])[],
  axes: readonly [string, string],
): Figure {
  const speakers = [...new Set(recordings.map(({ speaker }) => speaker))].sort();
  const means = speakers.map((speaker) => {
    const own = points.filter((_, i) => recordings[i].speaker === speaker);
    return [0, 1].map((axis) => own.reduce((sum, point) => sum + point[axis], 0) / own.length);
  });
  const ties = points.flatMap(([x, y], i) => {
    const [meanX, meanY] = means[speakers.indexOf(recordings[i].speaker)];
    return [
      [meanX, meanY],
      [x, y],
      [Number.NaN, Number.NaN],
    ];
  });
  const data = [
    {
      ...{ type: "scatter", mode: "lines", hoverinfo: "skip", line: { width: 0.6, color: quietColour } },
      x: packNumbers(ties.map(([x]) => x)),
      y: packNumbers(ties.map(([, y]) => y)),
    },
    {
      ...{ type: "scatter", mode: "markers", marker: { size: 4, color: accentColour, opacity: 0.7 } },
      x: packNumbers(points.map(([x]) => x)),
      y: packNumbers(points.map(([, y]) => y)),
      text: recordings.map(({ file, speaker, emotion }) => `${file}, speaker ${speaker}, ${emotion}`),
      hovertemplate: "%{text}<extra></extra>",
    },
    {
      ...{ type: "scatter", mode: "text", hoverinfo: "skip", textfont: { size: 14, color: inkColour } },
      x: means.slice(0, mostNames).map(([x]) => x),
      y: means.slice(0, mostNames).map(([, y]) => y),
      text: speakers.slice(0, mostNames).map((speaker) => speaker),
    },
  ];
  const layout = figureLayout(title, 420, { xaxis: axis(axes[0]), yaxis: axis(axes[1]) });
  return {
    data,
    layout,
    alt: `Map of ${recordings.length} recordings by ${axes.join(" and ")}, each tied to the mean of its speaker; ${speakers.length} speakers.`,
  };
}
