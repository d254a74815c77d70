import { type Markdown, markdown } from "../markdown";
import type { Run } from "../runs/run-files";

type Confused = { readonly record: Pick<Run["record"], "confusion"> };

/**
 * Which two emotions a run takes most often for each other, both ways counted: made from its
 * confusion matrix.
 */
export function confusedPairText({ record: { confusion } }: Confused): Markdown {
  const { labels, counts } = confusion;
  const pairs = labels.flatMap((one, i) =>
    labels.slice(i + 1).map((other, k) => {
      const j = i + 1 + k;
      return { one, other, there: counts[i][j], back: counts[j][i] };
    }),
  );
  const most = Math.max(0, ...pairs.map(({ there, back }) => there + back));
  if (most === 0) return markdown`No emotion is taken for another.`;
  const worst = pairs.filter(({ there, back }) => there + back === most);
  const told = worst.map(({ one, other }) => `${one} and ${other}`).join(", ");
  const [{ one, other, there, back }] = worst;
  if (worst.length > 1) return markdown`Most often confused, ${most} times each: ${told}.`;
  return markdown`Most often confused: **${told}**; ${one} is taken for ${other} ${timesText(there)}, ${other} for ${one} ${timesText(back)}.`;
}

/**
 * Which emotion a run takes most often for which other, one way counted; several where they tie.
 */
export function mostFrequentErrorText({ record: { confusion } }: Confused): Markdown {
  const { labels, counts } = confusion;
  const errors = labels.flatMap((meant, i) =>
    labels.map((heard, j) => ({ told: `${meant} taken for ${heard}`, count: i === j ? 0 : counts[i][j] })),
  );
  const most = Math.max(...errors.map(({ count }) => count));
  if (most === 0) return markdown`No emotion is taken for another.`;
  const worst = errors.filter(({ count }) => count === most).map(({ told }) => told);
  return worst.length === 1
    ? markdown`The most frequent error is ${worst[0]} (${timesText(most)}).`
    : markdown`The most frequent errors are ${worst.join(", ")} (${timesText(most)} each).`;
}

function timesText(count: number): string {
  return count === 0 ? "never" : count === 1 ? "once" : `${count} times`;
}
