import { InputError } from "../../../check";

const CLOCK = /^(?:(\d+) days? )?(?:(\d+):)?(\d+):(\d+(?:\.\d+)?)$/;

/**
 * A time in seconds: a number (also with a decimal comma), hours, minutes and seconds, or as pandas
 * writes a timedelta.
 *
 * @param where for the error
 * @returns undefined for an empty cell, NaT and NaN
 * @throws InputError for anything else
 *
 * @example parseSeconds("0 days 00:00:01.500000", "m.csv row 2") // 1.5
 */
export function parseSeconds(text: string, where: string): number | undefined {
  if (/^(|nat|nan|none|null)$/i.test(text)) return undefined;
  const seconds = Number(text.replace(/^(\d+),(\d+)$/, "$1.$2"));
  if (Number.isFinite(seconds)) return seconds;
  const match = CLOCK.exec(text);
  if (!match) {
    throw new InputError(
      `${where}: "${text}" is no time; write seconds (1.5) or hours, minutes and seconds (0:00:01.5)`,
    );
  }
  const [days, hours, minutes, rest] = match.slice(1).map((part) => Number(part ?? 0));
  return days * 86400 + hours * 3600 + minutes * 60 + rest;
}
