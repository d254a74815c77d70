import type { VectorSet } from "../../features/feature-set";
import type { SavedModelFacts } from "../../models/saved-model-facts";
import { plainSet, tinyListener } from "../streams.fixture";
import type { ServedListener } from "./listener-source";

const facts: SavedModelFacts = {
  sampleRate: 16000,
  corpus: {
    name: "drawn",
    fingerprint: "f00",
    synthetic: true,
    recordings: 12,
    speakers: 4,
    emotions: { anger: 4, neutral: 4, sadness: 4 },
  },
  versions: { node: "20" },
};

let stalled = false;

/** What a listener may do wrong where it hears a sample above .95. */
const faults: Readonly<Record<string, () => void>> = {
  fails: () => {
    throw new Error("a fault of the features");
  },
  dies: () => process.exit(3),
  /** Once, so that it can catch up. */
  stalls: () => {
    if (!stalled) work(5000);
    stalled = true;
  },
};

/** How long a listener takes for each extraction, in ms. */
const pauses: Readonly<Record<string, number>> = { slow: 150 };

function work(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
}

/** Loaded by analysis threads of tests in place of the real module: `folder` names what it does wrong, "plain" nothing. */
export async function loadListener(folder: string): Promise<ServedListener> {
  const listener = await tinyListener(plainSet, "logistic");
  const featureSet: VectorSet = {
    ...(plainSet as VectorSet),
    extract: (waveform) => {
      if (waveform.samples.some((sample) => sample > 0.95)) faults[folder]?.();
      work(pauses[folder] ?? 0);
      return plainSet.extract(waveform) as Float64Array;
    },
  };
  return { ...listener, featureSet, facts };
}
