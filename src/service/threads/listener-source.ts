import type { Listener } from "../../lib/live/recognize-waveform";
import type { SavedModelFacts } from "../../lib/models/saved/saved-model-facts";

/** A listener with what its card says. */
export interface ServedListener extends Listener {
  readonly facts: SavedModelFacts;
}

/**
 * Where a listener comes from, as a thread can be told: `module` is the absolute path of the file that exports
 * `loadListener`, `folder` what it is called with, and `silero` the file of another voice-activity detector.
 */
export interface ListenerSource {
  readonly module: string;
  readonly folder: string;
  readonly silero?: string;
}

export async function loadServedListener({
  module,
  folder,
  silero,
}: ListenerSource): Promise<ServedListener> {
  const { loadListener } = await import(module);
  return loadListener(folder, { silero });
}
