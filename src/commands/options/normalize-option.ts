import { Option } from "commander";
import { NORMALIZATIONS } from "../../lib/models/normalization/normalization";

/** By what rows are normalised. */
export function normalizeOption(): Option {
  return new Option(
    "--normalize <by>",
    "statistics of the training part, of each speaker's own recordings, or of what sounds like one speaker",
  )
    .choices(NORMALIZATIONS)
    .default("train");
}
