import type { Labelled } from "../corpus/recording";
import type { Figure } from "./figure";
import { accentColour, axis, figureLayout, inkColour, quietColour } from "./figure-layout";
import { packNumbers } from "./packed-numbers";
import { densityTrace, mostDots } from "./point-cloud";

/** More speakers' names than this would lie over each other. */
const mostNames = 30;

/**
 * Every recording as a point in two dimensions, tied to the mean of its speaker: where the ties are
 * short and the names far apart, the map shows voices. Of many recordings stand the density and
 * the speakers' means.
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
  const isDense = points.length > mostDots;
  const named = isDense && speakers.length > mostNames ? 0 : mostNames;
  const data = [
    ...(isDense
      ? [densityTrace(points, quietColour), dots(means, speakers)]
      : tiedDots(points, recordings, means, speakers)),
    {
      ...{ type: "scatter", mode: "text", hoverinfo: "skip", textfont: { size: 14, color: inkColour } },
      x: means.slice(0, named).map(([x]) => x),
      y: means.slice(0, named).map(([, y]) => y),
      text: speakers.slice(0, named).map((speaker) => speaker),
    },
  ];
  const layout = figureLayout(title, 420, { xaxis: axis(axes[0]), yaxis: axis(axes[1]) });
  return {
    data,
    layout,
    alt: `Map of ${recordings.length} recordings by ${axes.join(" and ")}, ${isDense ? "with" : "each tied to"} the mean of ${isDense ? "each" : "its"} speaker; ${speakers.length} speakers.`,
  };
}

/** Every recording, and a line from it to the mean of its speaker. */
function tiedDots(
  points: readonly (readonly [number, number])[],
  recordings: readonly Labelled[],
  means: readonly (readonly number[])[],
  speakers: readonly string[],
): Record<string, unknown>[] {
  const ties = points.flatMap(([x, y], i) => {
    const [meanX, meanY] = means[speakers.indexOf(recordings[i].speaker)];
    return [
      [meanX, meanY],
      [x, y],
      [Number.NaN, Number.NaN],
    ];
  });
  const lines = {
    ...{ type: "scatter", mode: "lines", hoverinfo: "skip", line: { width: 0.6, color: quietColour } },
    x: packNumbers(ties.map(([x]) => x)),
    y: packNumbers(ties.map(([, y]) => y)),
  };
  const told = recordings.map(({ file, speaker, emotion }) => `${file}, speaker ${speaker}, ${emotion}`);
  return [lines, dots(points, told)];
}

function dots(points: readonly (readonly number[])[], text: readonly string[]): Record<string, unknown> {
  return {
    ...{ type: "scatter", mode: "markers", marker: { size: 4, color: accentColour, opacity: 0.7 } },
    x: packNumbers(points.map(([x]) => x)),
    y: packNumbers(points.map(([, y]) => y)),
    text,
    hovertemplate: "%{text}<extra></extra>",
  };
}
