import type { Adapter } from "../../corpus/adapters/adapter";
import { alignColumns } from "../align-columns";

/** Every corpus and form that opens, as lines for a terminal. */
export function corporaText(corpora: readonly Adapter[], forms: readonly Adapter[]): string {
  const known = corpora.flatMap(({ name, about }) => (typeof about === "string" ? [] : [{ name, ...about }]));
  const rows = known.map(({ name, title, language, recordings, speakers }) => [
    name,
    title,
    language,
    String(recordings),
    String(speakers),
  ]);
  return [
    "Corpora, recognised as they unpack (or named: --corpus emodb:DIR):",
    "",
    ...alignColumns([["name", "corpus", "language", "recordings", "speakers"], ...rows]),
    "",
    ...known.flatMap(({ name, citation, source, licence, labels, folds }) => [
      `${name}: ${citation}, ${source} (${licence})`,
      `  ${labels.join(", ")}${folds ? `; official folds: ${folds}` : ""}`,
    ]),
    "",
    "Forms in which corpora are handed on:",
    "",
    ...forms.map(({ name, about }) => `${name}: ${about}`),
    "",
    "Any other folder of recordings: ser corpus --corpus DIR --write-manifest drafts its metadata.csv.",
  ].join("\n");
}
