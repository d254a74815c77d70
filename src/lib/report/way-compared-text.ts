import type { PairedShare } from "../evaluation/significance/paired-share";

/**
 * How far one way is ahead of another in the share of right decisions, and whether the interval
 * over speakers lets one say so.
 */
export function wayComparedText(
  name: string,
  { way, difference, interval: [low, high] }: PairedShare & { readonly way: string },
): string {
  const signed = (value: number) => `${value < 0 ? "−" : ""}${Math.abs(value).toFixed(3)}`;
  const apart = `${difference > 0 ? "ahead of" : "behind"} "${way}" by ${Math.abs(difference).toFixed(3)}`;
  const lead = difference === 0 ? `right as often as "${way}"` : apart;
  const verdict = low > 0 || high < 0 ? "likely to hold for other speakers" : "not told apart";
  return `"${name}" is ${lead} (95 % over speakers: ${signed(low)} to ${signed(high)}): ${verdict}.`;
}
