import seedrandom from "seedrandom";

/** A seeded source of random numbers; the same seed gives the same numbers on every machine. */
export interface Random {
  /** Uniform in [0, 1). */
  uniform(): number;
  /** Standard normal: mean 0, standard deviation 1 (Box & Muller 1958). */
  normal(): number;
  /** Uniform whole number in [0, below). */
  integer(below: number): number;
  /** A shuffled copy (Fisher & Yates). */
  shuffle<T>(items: readonly T[]): T[];
}

/**
 * A random source for a seed; strings let a caller name independent streams ("fold 3 dropout").
 *
 * @example random(7).integer(10) // 2
 */
export function random(seed: number | string): Random {
  const uniform = seedrandom(String(seed));
  const integer = (below: number) => Math.floor(uniform() * below);
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  const shuffle = <T>(items: readonly T[]) => {
    const out = [...items];
    for (let i = out.length - 1; i > 0; i--) {
      const j = integer(i + 1);
      [out[i], out[j]] = [out[j], out[i]];
    }
    return out;
  };
  return { uniform, normal, integer, shuffle };
}
