import type { Random } from "../numbers/random";

const strangers = [null, true, -1, 0.5, 1e300, "", "x", [], {}, [[]], { length: -1 }];

/** A copy of a JSON value in which one place, drawn at random, is gone or holds something else. */
export function mutated(value: unknown, random: Random): unknown {
  const copy = structuredClone(value);
  const places = placesOf(copy);
  const { holder, key } = places[random.integer(places.length)];
  if (random.uniform() < 0.25) delete holder[key];
  else holder[key] = strangers[random.integer(strangers.length)];
  return copy;
}

interface Place {
  readonly holder: Record<string, unknown>;
  readonly key: string;
}

function placesOf(value: unknown): Place[] {
  if (typeof value !== "object" || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesOf(holder[key])]);
}
