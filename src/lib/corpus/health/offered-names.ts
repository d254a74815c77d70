import type { Labelled } from "../recording";
import type { Selection } from "../selection/selection";
import { commonName } from "../words/emotion-words";

/**
 * Offers the common names for labels that are known words for them in another language or form;
 * nothing is renamed by itself.
 *
 * @returns one sentence with the label map, or nothing where there is nothing to offer
 * @example offeredNames({ recordings: [{ file: "a.wav", speaker: "ann", emotion: "Wut" }] })
 * // 'Labels have common names, which other corpora use: --map labels.json with {"Wut":"anger"} takes them.'
 */
export function offeredNames({
  recordings,
  selection,
}: {
  readonly recordings: readonly Labelled[];
  readonly selection?: Selection;
}): string | undefined {
  const meant = new Set(Object.values(selection?.map?.emotion ?? {}));
  const labels = [...new Set(recordings.map(({ emotion }) => emotion))].sort();
  const pairs = labels.flatMap((label) => {
    const name = commonName(label);
    return name === undefined || name === label || meant.has(label) ? [] : [[label, name] as const];
  });
  if (pairs.length === 0) return undefined;
  return `Labels have common names, which other corpora use: --map labels.json with ${JSON.stringify(Object.fromEntries(pairs))} takes them.`;
}
