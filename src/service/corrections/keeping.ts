import { resolve } from "node:path";
import { InputError } from "../../lib/check";
import { isLocal } from "../exposure";
import type { ServiceOptions } from "../service-options";
import type { ServedModel } from "../threads/analysis-messages";
import { CorrectionStore } from "./correction-store";
import { trainingCommand } from "./training-command";

/** Where corrections go, and the command that trains on them. */
export interface Keeping {
  readonly store: CorrectionStore;
  readonly train: string;
}

/** @throws InputError where others than who sits at this machine could have their voice kept */
export function checkKeeping({
  corrections,
  host = "127.0.0.1",
  basePath,
  origins = [],
}: ServiceOptions): void {
  if (corrections === undefined || (isLocal(host) && !basePath && origins.length === 0)) return;
  throw new InputError(
    `corrections=${corrections} keeps sound, so it goes with a service of this machine alone: leave out --host, --base-path and --origin`,
  );
}

/**
 * What keeps corrections of a model's decisions; undefined where nothing is kept.
 *
 * @throws InputError for a folder that holds anything else
 */
export function keepingOf(folder: string | undefined, model: ServedModel): Keeping | undefined {
  if (folder === undefined) return undefined;
  const absolute = resolve(folder);
  return { store: new CorrectionStore(absolute, model.labels), train: trainingCommand(absolute, model) };
}
