import { Option } from "commander";

/** By what rows are normalised. */
export function normalizeOption(): Option {
  return new Option(
    "--normalize <by>",
    "statistics of the training part, or of each speaker's own recordings",
  )
    .choices(["train", "speaker"])
    .default("train");
}
