import { type Markdown, markdown } from "../../markdown";
import type { Run } from "../../runs/run-files";
import { counted } from "../counted";

/**
 * What the scores of always saying the most frequent emotion come from: of one emotion where all
 * training parts agree on it, else of several.
 */
export function floorText({ predictions }: Pick<Run, "predictions">): Markdown {
  const said = [...new Set(predictions.map(({ predicted }) => predicted))].sort();
  if (said.length === 1)
    return markdown`It always says ${said[0]}. So its accuracy is the share of that emotion, and its UAR one divided by the number of emotions: it recalls this one fully and the others not at all.`;
  const counts = said.map((one) => {
    const times = predictions.filter(({ predicted }) => predicted === one).length;
    return `${one} for ${counted(times, "recording")}`;
  });
  return markdown`Which emotion is the most frequent one depends on who is left out: it says ${counts.join(", ")}. That is no knowledge, so its UAR may lie on either side of one divided by the number of emotions.`;
}
