import type { GroupScores } from "../models/saved/group-scores-by";
import { markdownTable } from "./markdown-table";
import { rangeText, scoreDigits, signedDigits } from "./score-text";

/** UAR by group as a Markdown table and sentences, which a terminal shows well, too. */
export function groupsText({ column, groups, gap, notes }: GroupScores): string[] {
  const lines = groups.map(({ name, speakers, recordings, uar }) => [
    name,
    String(speakers),
    String(recordings),
    `${scoreDigits(uar.value)} (${rangeText(uar.speakers)})`,
  ]);
  return [
    ...markdownTable([[column, "speakers", "recordings", "UAR (95 % over speakers)"], ...lines]),
    "",
    gap ? gapInWords(gap) : "Fewer than two groups have enough speakers: no gap is told.",
    ...notes,
  ];
}

/** "female over male: +.050 (-.020 to +.120); a fair model ..." */
function gapInWords({ best, worst, value, speakers, byChance }: NonNullable<GroupScores["gap"]>): string {
  const [low, high] = speakers.map(signedDigits);
  return `${best} over ${worst}: ${signedDigits(value)} (${low} to ${high}). A fair model shows ${scoreDigits(byChance.mean)} on average with so many speakers and stays below ${scoreDigits(byChance.most)} in 19 of 20 cases; p ${byChance.p.toFixed(3)}.`;
}
