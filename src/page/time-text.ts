/**
 * A time as people read it: "4.2 s", "1:05".
 *
 * @example [timeText(4.25), timeText(65)] // ["4.3 s", "1:05"]
 */
export function timeText(seconds: number): string {
  if (seconds < 60) return `${Number(seconds.toFixed(1))} s`;
  const whole = Math.round(seconds);
  const [minutes, rest] = [Math.floor(whole / 60), whole % 60];
  return `${minutes}:${String(rest).padStart(2, "0")}`;
}
