import type { DeletionCurve } from "../evaluation/explanation/deletion-curve";
import { type OcclusionMap, occlusionExtremes } from "../evaluation/explanation/occlusion";

/**
 * What hiding does to a decision, losses and gains apart: the words of the figure, its alternative
 * text and the answer.
 */
export function occlusionText(map: Pick<OcclusionMap, "label" | "probability" | "loss">): string {
  const { lost, gained } = occlusionExtremes(map);
  return `of the ${map.probability.toFixed(2)} for ${map.label}, patches over the place that matters most take away ${lost.toFixed(2)} on average, and patches over the place that speaks most against it add ${gained.toFixed(2)}`;
}

/** How much of the picture must be hidden until the network changes its mind. */
export function deletionText({ hidden, mostFirst, flipsAt }: DeletionCurve): string {
  const percent = (part: number) => `${(100 * part).toFixed(0)} %`;
  if (flipsAt === undefined)
    return `However much of the picture is hidden, the decision stays: it does not hang on this picture (probability ${mostFirst.at(-1)!.toFixed(2)} with nothing left).`;
  const before = hidden[hidden.indexOf(flipsAt) - 1];
  return `The decision turns when between ${percent(before)} and ${percent(flipsAt)} of the picture is hidden, what matters most first.`;
}
