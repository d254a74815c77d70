import type { Selection } from "../../lib/corpus/selection/selection";
import type { CorpusOptions } from "./corpus-options";

/** What the options of a corpus select and rename; undefined where they do neither. */
export async function selectionOf(options: CorpusOptions): Promise<Selection | undefined> {
  const { readLabelMap } = await import("../../lib/corpus/selection/read-label-map");
  const { map, where, channel, limitPerSpeaker, minSeconds, maxSeconds } = options;
  const selection = {
    ...(map !== undefined && { map: readLabelMap(map) }),
    ...(where !== undefined && { where }),
    ...(channel !== undefined && { channel }),
    ...(limitPerSpeaker !== undefined && { limitPerSpeaker }),
    ...(minSeconds !== undefined && { minSeconds }),
    ...(maxSeconds !== undefined && { maxSeconds }),
  };
  return Object.keys(selection).length === 0 ? undefined : selection;
}
