import { groupBy } from "../../numbers/group-by";
import type { Labelled } from "../recording";
import type { Selection } from "../selection/selection";
import { commonName } from "../words/emotion-words";
import { oneEditApart } from "../words/one-edit-apart";
import { hasInvisible, plainWord } from "../words/plain-word";
import { speakerKey } from "../words/speaker-key";
import type { Problem } from "./problem";

/** What is looked at: the words of a corpus, and what they were renamed by. */
interface Words {
  readonly name: string;
  readonly recordings: readonly Labelled[];
  readonly selection?: Selection;
}

/** Shorter words differ by a letter without being the same. */
const SHORTEST_TYPO = 5;
/** Further groups are counted. */
const SHOWN = 5;

/**
 * Labels and speakers that probably mean the same, and are taken for different ones: capitals,
 * invisible characters, numbers written in two ways (refused for evaluation until a label map says
 * what is meant), typos and synonyms (said).
 */
export function spellingProblems(words: Words): Problem[] {
  const emotions = namesOf(words, "emotion");
  return [
    ...sameWord(words, emotions, "emotion", plainWord),
    ...sameWord(words, namesOf(words, "speaker"), "speaker", speakerKey),
    ...synonyms(words, emotions),
    ...typos(words, emotions),
    ...numbers(words, emotions),
  ];
}

/** Distinct names with their counts, sorted; nothing is no name. */
function namesOf({ recordings }: Words, column: "emotion" | "speaker"): ReadonlyMap<string, number> {
  const groups = groupBy([...recordings].map((one) => one[column]).sort(), (name) => name);
  groups.delete("");
  return new Map([...groups].map(([name, { length }]) => [name, length]));
}

function sameWord(
  { name, selection }: Words,
  names: ReadonlyMap<string, number>,
  column: "emotion" | "speaker",
  keyOf: (word: string) => string,
): Problem[] {
  const groups = [...groupBy([...names.keys()], keyOf).values()].filter(
    (same) => same.length > 1 && !settled(selection, column, same),
  );
  if (groups.length === 0) return [];
  const some = groups.slice(0, SHOWN).map((same) => listed(same, names));
  const more = groups.length > SHOWN ? `; and ${groups.length - SHOWN} more` : "";
  const message = `${name}: what is probably one ${column} is written in several ways, which would be different ${column}s: ${some.join("; ")}${more}; ${cure(column, groups, names)}`;
  return [{ severity: "unsplittable", message }];
}

function synonyms({ name, selection }: Words, names: ReadonlyMap<string, number>): Problem[] {
  const known = [...names.keys()].filter((word) => commonName(word) !== undefined);
  return [...groupBy(known, (word) => commonName(word) ?? "")]
    .filter(([, same]) => new Set(same.map(plainWord)).size > 1 && !settled(selection, "emotion", same))
    .map(([common, same]) => ({
      severity: "suspicious",
      message: `${name}: ${listed(same, names)} are different emotions here, and both words can mean ${common}; ${cure("emotion", [same], names)}`,
    }));
}

function typos({ name, selection }: Words, names: ReadonlyMap<string, number>): Problem[] {
  const words = [...names.keys()].filter((word) => word.length >= SHORTEST_TYPO);
  const pairs = words.flatMap((a, i) => words.slice(i + 1).map((b) => [a, b]));
  return pairs
    .filter((pair) => oneEditApart(plainWord(pair[0]), plainWord(pair[1])))
    .filter((pair) => !settled(selection, "emotion", pair))
    .map((pair) => ({
      severity: "suspicious",
      message: `${name}: ${listed(pair, names)} differ by one letter; if that is a typo, ${cure("emotion", [pair], names)}`,
    }));
}

/** Numbers in place of emotions: codes, or ratings on a scale. */
function numbers({ name, selection }: Words, names: ReadonlyMap<string, number>): Problem[] {
  const words = [...names.keys()].filter((word) => !settled(selection, "emotion", [word]));
  const ratings = words.filter((word) => /^-?\d*[.,]\d+$/.test(word));
  if (ratings.length > 1 && ratings.length > words.length / 2) {
    const message = `${name}: the emotions are ${words.length} different numbers, such as ${ratings[0]}, which looks like a rating; classes are needed: make some of it, or name another column`;
    return [{ severity: "unsplittable", message }];
  }
  if (words.length === 0 || !words.every((word) => /^-?\d+([.,]0+)?$/.test(word))) return [];
  const message = `${name}: the emotions are the codes ${words.slice(0, 10).join(", ")}; a label map gives them names: --map labels.json with {"${words[0]}": "anger", ...}`;
  return [{ severity: "suspicious", message }];
}

/** Whether the label map says of all of them that they are meant. */
function settled(
  selection: Selection | undefined,
  column: "emotion" | "speaker",
  words: readonly string[],
): boolean {
  const meant = Object.values(selection?.map?.[column] ?? {});
  return words.every((word) => meant.includes(word));
}

function listed(same: readonly string[], names: ReadonlyMap<string, number>): string {
  const parts = same.map((word) => `${shown(word)} (${names.get(word)})`);
  return `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

/** Invisible characters are made visible. */
function shown(word: string): string {
  const text = JSON.stringify(word);
  if (!hasInvisible(word)) return text;
  const escaped = text.replace(
    /[\p{Cc}\p{Cf}\u00ad\ufeff]/gu,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`,
  );
  return `${escaped} with invisible characters`;
}

/** The most frequent spelling is proposed for all. */
function cure(
  column: "emotion" | "speaker",
  groups: readonly (readonly string[])[],
  names: ReadonlyMap<string, number>,
): string {
  const pairs = groups.flatMap((same) => {
    const [most] = [...same].sort((a, b) => (names.get(b) ?? 0) - (names.get(a) ?? 0));
    return same.map((word) => [word, most]);
  });
  const entries = JSON.stringify(Object.fromEntries(pairs));
  const map = column === "emotion" ? entries : `{"speaker": ${entries}}`;
  return `--map labels.json with ${map} makes them one, with each mapped to itself they stay apart`;
}
