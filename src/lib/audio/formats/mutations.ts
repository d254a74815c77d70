import { random } from "../../numbers/random";
import reference from "../decode-sound.reference.json";
import others from "./written-by-others.reference.json";

/** One small file of each format, by name. */
export function soundFiles(): Readonly<Record<string, Uint8Array>> {
  const decoded = [...reference.files, ...others.files].map(({ name, base64 }) => [
    name,
    Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)),
  ]);
  return Object.fromEntries(decoded);
}

const interesting = [0, 1, 0x7f, 0x80, 0xff];

/**
 * A file that is damaged in one of the ways in which files are: flipped bits, other bytes, cut,
 * doubled, holes; half of the damage falls on the first 200 bytes, where sizes and channels stand.
 */
export function mutatedSound(file: Uint8Array, seed: string): Uint8Array {
  const source = random(seed);
  const place = () =>
    Math.floor(source.uniform() * (source.uniform() < 0.5 ? Math.min(200, file.length) : file.length));
  const out = file.slice();
  const way = Math.floor(source.uniform() * 6);
  if (way === 0) return out.subarray(0, place());
  if (way === 1) {
    const [from, to] = [place(), place()].sort((a, b) => a - b);
    return Uint8Array.from([...out.subarray(0, to), ...out.subarray(from)]);
  }
  if (way === 2) {
    const [from, to] = [place(), place()].sort((a, b) => a - b);
    return out.fill(interesting[Math.floor(source.uniform() * interesting.length)], from, to);
  }
  const count = 1 + Math.floor(source.uniform() * 8);
  for (let i = 0; i < count; i++) {
    const at = place();
    out[at] =
      way === 3
        ? out[at] ^ (1 << Math.floor(source.uniform() * 8))
        : interesting[Math.floor(source.uniform() * 5)];
  }
  return out;
}
