import type { Waveform } from "../../src/lib/audio/waveform";
import { requireHealthy } from "../../src/lib/corpus/health/require-healthy";
import { loadRecording } from "../../src/lib/corpus/load-recording";
import { openCorpus } from "../../src/lib/corpus/open-corpus";
import { featureTable } from "../../src/lib/dataset/feature-table";
import { trainRecognizer } from "../../src/lib/evaluation/train-recognizer";
import { recognizeWaveform } from "../../src/lib/live/recognize-waveform";
import { loadFeatureSet } from "../../src/lib/loading/load-feature-set";
import { median } from "../median";

/** Decided this often; the first tenth warms up and does not count. */
const decisions = 400;

/**
 * From 3 s of decoded audio to probabilities, one recording at a time; prints the median in
 * milliseconds.
 */
async function main([where, set, model]: string[]): Promise<void> {
  const { corpus } = requireHealthy(await openCorpus(where), { purpose: "evaluate" });
  const table = await featureTable(corpus, set);
  const options = model === "cnn" ? { epochs: 1 } : {};
  const { recognizer } = await trainRecognizer(table, { model, options, search: false });
  const loaded = await Promise.all(corpus.recordings.slice(0, 20).map(loadRecording));
  const waveforms = loaded.map(threeSeconds);
  const speechModel = {
    recognizer,
    featureSet: await loadFeatureSet(set),
    sampleRate: waveforms[0].sampleRate,
  };
  const taken: number[] = [];
  for (let i = 0; i < decisions; i++) {
    const start = performance.now();
    await recognizeWaveform(speechModel, waveforms[i % waveforms.length]);
    if (i >= decisions / 10) taken.push(performance.now() - start);
  }
  console.log(JSON.stringify({ milliseconds: median(taken) }));
}

/** The recording over and over until it lasts 3 s. */
function threeSeconds({ samples, sampleRate }: Waveform): Waveform {
  const out = Float32Array.from({ length: 3 * sampleRate }, (_, i) => samples[i % samples.length]);
  return { samples: out, sampleRate };
}

main(process.argv.slice(2));
