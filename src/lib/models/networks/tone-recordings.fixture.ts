import type { Matrix } from "../../numbers/matrix";
import { random } from "../../numbers/random";

/**
 * Noise with a bright band low ("low") or high ("high"), from half a second to six seconds long, by
 * four speakers in turn.
 */
export function toneRecordings(count: number) {
  const source = random("tones");
  const labels = Array.from({ length: count }, (_, i) => (i % 2 ? "low" : "high"));
  const rows = labels.map((label) =>
    tone(label === "low" ? 12 : 44, 50 + source.integer(550), source.normal),
  );
  return { rows, labels, speakers: labels.map((_, i) => `s${(i >> 1) % 4}`) };
}

function tone(band: number, frames: number, noise: () => number): Matrix {
  const data = Float32Array.from({ length: frames * 64 }, (_, i) => {
    return 0.5 * noise() + (Math.abs((i % 64) - band) < 3 ? 1 : 0);
  });
  return { rows: frames, columns: 64, data };
}
