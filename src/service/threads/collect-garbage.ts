import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const collect: () => void = runInNewContext("gc");

/**
 * Gives back now what nothing holds any more. The engine itself waits until more is asked for, and
 * the sound of a long recording would stand in memory beside that of the next one.
 */
export function collectGarbage(): void {
  collect();
}
