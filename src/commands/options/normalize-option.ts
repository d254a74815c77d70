import { Option } from "commander";
import { NORMALIZATIONS, type Normalization } from "../../lib/models/normalization/normalization";

/**
 * By what rows are normalised.
 *
 * @param across whether several corpora take part, so that each may be normalised by its own
 *   recordings
 */
export function normalizeOption({ across = false } = {}): Option {
  const allowed = NORMALIZATIONS.filter((by) => across || by !== ("corpus" satisfies Normalization));
  const corpus = across ? "of each corpus's own, " : "";
  return new Option(
    "--normalize <by>",
    `statistics of the training part, of each speaker's own recordings, ${corpus}or of what sounds like one speaker`,
  )
    .choices(allowed)
    .default("train");
}
