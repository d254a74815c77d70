import { InputError } from "../check";
import { confounding } from "../corpus/health/confounding";
import type { Labelled } from "../corpus/recording";

/**
 * Refuses to normalise by clusters where the speaker tells the emotion: a cluster is a voice only
 * where a voice has several emotions, and normalising it removes the emotion otherwise.
 *
 * @throws InputError with the numbers, where the corpus is confounded
 */
export function checkClusterable(recordings: readonly Labelled[]): void {
  const { warning } = confounding(recordings);
  if (warning === undefined) return;
  throw new InputError(
    `${warning} So does --normalize clustered; take --normalize train, or force it by --force`,
  );
}
