import { InputError } from "../../../check";

const CLOCK = /^(?:(\d+) days? )?(?:(\d+):)?(\d+):(\d+(?:\.\d+)?)$/;

/** A number with its unit: 1.5 s, 1500ms, and PT1.5S of ISO 8601. */
const WITH_UNIT = /^(?:PT)?(\d+(?:[.,]\d+)?) ?(s|secs?|seconds?|ms|msecs?)$/i;

/**
 * A time in seconds: a number (also with a decimal comma), one with its unit, hours, minutes and
 * seconds, or as pandas writes a timedelta.
 *
 * @param where for the error
 * @param unitSeconds what a number without a unit counts, in seconds
 * @returns undefined for an empty cell, NaT and NaN
 * @throws InputError for anything else
 *
 * @example parseSeconds("0 days 00:00:01.500000", "m.csv row 2") // 1.5
 */
export function parseSeconds(text: string, where: string, unitSeconds = 1): number | undefined {
  if (/^(|nat|nan|none|null)$/i.test(text)) return undefined;
  const number = Number(text.replace(/^(\d+),(\d+)$/, "$1.$2"));
  if (Number.isFinite(number)) return number * unitSeconds;
  const [, amount, unit] = WITH_UNIT.exec(text) ?? [];
  if (unit) return Number(amount.replace(",", ".")) / (/^m/i.test(unit) ? 1000 : 1);
  const match = CLOCK.exec(text);
  if (!match) {
    throw new InputError(
      `${where}: "${text}" is no time; write seconds (1.5) or hours, minutes and seconds (0:00:01.5)`,
    );
  }
  const [days, hours, minutes, rest] = match.slice(1).map((part) => Number(part ?? 0));
  return days * 86400 + hours * 3600 + minutes * 60 + rest;
}
