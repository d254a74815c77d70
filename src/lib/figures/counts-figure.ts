import type { Labelled } from "../corpus/recording";
import { groupBy } from "../numbers/group-by";
import { emotionStyles } from "./emotion-colours";
import type { Figure } from "./figure";
import { axis, figureLayout, legendAbove } from "./figure-layout";

const mostSpeakers = 40;

/**
 * How many recordings each speaker has of each emotion, as stacked bars; of more than 40 speakers
 * the 40 with most recordings.
 */
export function countsFigure(recordings: readonly Labelled[]): Figure {
  const emotions = [...new Set(recordings.map(({ emotion }) => emotion))].sort();
  const bySpeaker = groupBy(recordings, ({ speaker }) => speaker);
  const all = [...bySpeaker.keys()].sort(
    (a, b) => bySpeaker.get(b)!.length - bySpeaker.get(a)!.length || (a < b ? -1 : 1),
  );
  const speakers = all.slice(0, mostSpeakers).sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
  const style = emotionStyles(emotions);
  const data = emotions.map((emotion) => ({
    type: "bar",
    name: emotion,
    x: speakers,
    y: speakers.map((speaker) => bySpeaker.get(speaker)!.filter((one) => one.emotion === emotion).length),
    marker: { color: style(emotion).colour },
    hovertemplate: `speaker %{x}<br>${emotion}: %{y}<extra></extra>`,
  }));
  const shown =
    all.length > mostSpeakers ? `${mostSpeakers} of ${all.length} speakers` : `${all.length} speakers`;
  const layout = figureLayout(`Recordings by speaker and emotion`, 340, {
    barmode: "stack",
    bargap: 0.25,
    showlegend: true,
    legend: { ...legendAbove, traceorder: "normal" },
    margin: { l: 62, r: 18, t: 66, b: 56 },
    xaxis: axis(`speaker (${shown})`, { type: "category", tickangle: speakers.length > 14 ? -60 : 0 }),
    yaxis: axis("recordings (count)"),
  });
  const counts = emotions.map(
    (emotion) => `${emotion} ${recordings.filter((one) => one.emotion === emotion).length}`,
  );
  return {
    data,
    layout,
    alt: `Stacked bars, ${shown}, ${recordings.length} recordings: ${counts.join(", ")}.`,
  };
}
