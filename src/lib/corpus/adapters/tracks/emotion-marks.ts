import { commonName } from "../../words/emotion-words";
import { findColumn } from "../forms/manifest-columns";
import type { Mark, Tier } from "./tier";

/**
 * The marks of a track that tell an emotion, with who speaks where a tier or the mark tells. The
 * emotions stand in the tier that is called so; else in the only tier; else in those whose labels
 * are mostly words for emotions, and where these are several, each is a speaker's and bears the
 * name.
 *
 * @returns undefined where no tier tells emotions
 *
 * @example
 * const mark = { startSeconds: 0, endSeconds: 1, text: "joy" };
 * emotionMarks([{ name: "Ann", marks: [mark] }, { name: "words", marks: [{ ...mark, text: "hello" }] }]) // [{ startSeconds: 0, endSeconds: 1, text: "joy" }]
 */
export function emotionMarks(tiers: readonly Tier[]): readonly Mark[] | undefined {
  const named = tierNamed(tiers, "emotion");
  const telling = named ? [named] : tiers.filter(tellsEmotions);
  if (telling.length === 0) return tiers.length === 1 && tiers[0].name === "" ? tiers[0].marks : undefined;
  if (telling.length > 1) {
    const marks = telling.flatMap((tier) => tier.marks.map((mark) => ({ speaker: tier.name, ...mark })));
    return marks.sort((a, b) => a.startSeconds - b.startSeconds);
  }
  const speakers = tierNamed(tiers, "speaker");
  return speakers ? telling[0].marks.map((mark) => spokenBy(mark, speakers)) : telling[0].marks;
}

/** Whether labels are, by half or more, words for emotions. */
export function tellsEmotions({ marks }: Pick<Tier, "marks">): boolean {
  const known = marks.filter(({ text }) => commonName(text) !== undefined);
  return known.length > 0 && known.length >= marks.length / 2;
}

function tierNamed(tiers: readonly Tier[], what: "emotion" | "speaker"): Tier | undefined {
  const name = findColumn(
    tiers.map((tier) => tier.name),
    what,
  );
  return name === undefined ? undefined : tiers.find((tier) => tier.name === name);
}

/** By the tier of speakers, at the mark's middle. */
function spokenBy(mark: Mark, { marks }: Tier): Mark {
  const middle = (mark.startSeconds + mark.endSeconds) / 2;
  const speaker = marks.find((one) => one.startSeconds <= middle && middle <= one.endSeconds)?.text;
  return { ...mark, ...(speaker !== undefined && { speaker }) };
}
