import { plainWord } from "./plain-word";

/** What programs and annotators write where they have nothing to say. */
const MISSING = new Set(
  "nan na n/a n.a. #n/a <na> <none> null nil none undefined ? ?? ??? - -- --- – — . .. ... xxx unknown unk unspecified missing unbekannt inconnu inconnue desconocido desconocida sconosciuto".split(
    " ",
  ),
);

/**
 * Whether a cell says that its value is missing.
 *
 * @example isMissing("NaN") // true
 */
export function isMissing(cell: string): boolean {
  const word = plainWord(cell);
  return word === "" || MISSING.has(word) || MISSING.has(cell.trim().toLowerCase());
}
