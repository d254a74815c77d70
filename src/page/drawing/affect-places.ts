import type { Probabilities } from "../../lib/live/live-event";

/** Both from -1 to 1. */
export interface AffectPlace {
  /** Unpleasant to pleasant. */
  readonly valence: number;
  /** Calm to excited. */
  readonly arousal: number;
}

const place = (valence: number, arousal: number): AffectPlace => ({ valence, arousal });

/**
 * Mean ratings of pleasure and arousal of emotion words: Russell & Mehrabian 1977, "Evidence for a
 * three-factor theory of emotions", J. Research in Personality 11; calm is their "relaxed", neutral
 * the middle by definition.
 */
export const affectPlaces: Readonly<Record<string, AffectPlace>> = {
  anger: place(-0.51, 0.59),
  boredom: place(-0.65, -0.62),
  calm: place(0.68, -0.46),
  disgust: place(-0.6, 0.35),
  fear: place(-0.64, 0.6),
  happiness: place(0.81, 0.51),
  neutral: place(0, 0),
  sadness: place(-0.63, -0.27),
  surprise: place(0.4, 0.67),
};

/**
 * The mean of the emotions' places, weighted by their probabilities; undefined where an emotion has
 * no place.
 *
 * @example affectOf({ happiness: 0.5, neutral: 0.5 }) // { valence: 0.405, arousal: 0.255 }
 */
export function affectOf(probabilities: Probabilities): AffectPlace | undefined {
  const parts = Object.entries(probabilities);
  if (parts.some(([label]) => !(label in affectPlaces))) return undefined;
  const mean = (axis: keyof AffectPlace) =>
    parts.reduce((sum, [label, probability]) => sum + probability * affectPlaces[label][axis], 0);
  return { valence: mean("valence"), arousal: mean("arousal") };
}
