import { InputError } from "../check";
import type { WorkerAnswer } from "./worker";

/** What a worker of a pool answered. @throws InputError where it refused the input */
export function outputOf(answer: WorkerAnswer): unknown {
  if ("inputError" in answer) throw new InputError(answer.inputError);
  return answer.output;
}
