import type { SavedModelFacts } from "./saved-model-facts";

/** What goes with every word of a model that nobody human taught. */
export interface SyntheticMark {
  readonly synthetic: true;
  /** The same as a sentence. */
  readonly note: string;
}

/**
 * The mark of a model that learned from synthetic voices; nothing for any other.
 *
 * @example syntheticMark({ corpus: { synthetic: false } }) // {}
 */
export function syntheticMark({
  corpus,
}: {
  readonly corpus: Pick<SavedModelFacts["corpus"], "synthetic">;
}): Partial<SyntheticMark> {
  if (!corpus.synthetic) return {};
  return {
    synthetic: true,
    note: "The model learned from synthetic voices: what it says of people means little.",
  };
}
