import { type Random, random } from "../../numbers/random";

/** How training recordings can be varied. */
export const AUGMENTATIONS = ["noise", "gain", "band", "room", "speed", "specaugment", "mixup"] as const;

export type Augmentation = (typeof AUGMENTATIONS)[number];

/** The kinds that alter the sound itself. */
export type SoundAugmentation = Exclude<Augmentation, "mixup">;

const oneOf = (source: Random, names: readonly string[]) => names[source.integer(names.length)];
/** From lowest to highest in even steps, drawn alike. */
const between = (source: Random, lowest: number, highest: number, step: number) =>
  Number((lowest + step * source.integer(Math.round((highest - lowest) / step) + 1)).toFixed(3));

const draws: Readonly<Record<SoundAugmentation, (source: Random) => string>> = {
  // No babble: its voices could be those of the test part.
  noise: (source) => `${oneOf(source, ["white", "pink"])}:${between(source, 5, 30, 1)}`,
  gain: (source) => `gain:${between(source, -20, 20, 1)}`,
  band: (source) => oneOf(source, ["telephone", "mu-law", "low-pass:2000", "tilt:-15", "tilt:15"]),
  room: (source) => `room:${between(source, 0.1, 1, 0.1)}`,
  speed: (source) => `speed:${between(source, 0.9, 1.1, 0.02)}`,
  specaugment: () => "hidden-parts",
};

/**
 * The alteration that a kind of augmentation draws for a recording; the same for the same seed and
 * file.
 *
 * @example drawAlteration("specaugment", "a.wav", 0) // "hidden-parts"
 */
export function drawAlteration(kind: SoundAugmentation, file: string, seed: number): string {
  return draws[kind](random(`${seed} ${kind} ${file}`));
}
