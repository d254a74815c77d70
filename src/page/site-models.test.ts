import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { decodeWav } from "../lib/audio/decode-wav";
import { encodeWav } from "../lib/audio/encode-wav";
import { analyseWaveform } from "../lib/live/analyse-waveform";
import { loadExportable } from "../lib/loading/load-exportable";
import { loadFeatureSet } from "../lib/loading/load-feature-set";
import { loadSpeechModel } from "../lib/loading/load-speech-model";
import { voiceWeightsPath } from "../lib/loading/load-voice-weights";
import { nodeBackend } from "../lib/loading/node-backend";
import { modelFamily } from "../lib/models/create-model";
import { withoutBrowser } from "../lib/notebook/browser.fixture.mjs";
import { exportSite } from "../service/site/export-site";
import { onPage, recognizeOnPage } from "./page.fixture";
import { savedModel, scratchPath, unheard } from "./trained-model.fixture";

const recordings = unheard(1).slice(0, 1);
const noWeights = existsSync(voiceWeightsPath()) ? false : "the voice encoder's weights are not in the cache";

/**
 * Feature set, model, its options, and the most that the site may weigh in bytes: the tensor
 * library is in it only where it computes.
 */
const cases = [
  ["egemaps-v02", "svm-rbf", {}, 1.2e6],
  ["meyda-v1", "logistic", {}, 1.2e6],
  ["logmel-v1", "cnn", { epochs: 1, members: 1 }, 4e6],
  ["voice-v1:layer1", "lda", {}, 12e6],
] as const;

for (const [set, model, options, mostBytes] of cases) {
  const skip = withoutBrowser || (set.startsWith("voice") && noWeights);
  test(`${model} on ${set} gives in the browser what it gives under Node`, { skip }, async () => {
    if (modelFamily(model).usesTensors) await nodeBackend();
    const folder = await savedModel(await loadFeatureSet(set), model, options, 1);
    const site = scratchPath(`site-${model}`);
    const sizes = await exportSite(await loadExportable(folder), site);
    const bytes = Object.values(sizes).reduce((sum, size) => sum + size, 0);
    assert.ok(bytes < mostBytes, `${bytes} bytes`);
    const speechModel = await loadSpeechModel(folder);
    await onPage(`${pathToFileURL(site).href}/index.html`, [], async (page) => {
      for (const { file, samples, sampleRate } of recordings) {
        const wav = encodeWav(samples, sampleRate);
        const { whole, windows } = await recognizeOnPage(page, file.replace("wav/", ""), wav);
        const wanted = await analyseWaveform(speechModel, decodeWav(wav, file));
        assert.equal(whole.emotion, wanted.emotion);
        assertNear(whole.probabilities, wanted.probabilities!);
        assert.equal(windows.length, wanted.windows.length);
        for (const [i, { probabilities }] of wanted.windows.entries())
          assertNear(windows[i].probabilities, probabilities);
      }
    });
  });
}

function assertNear(got: Record<string, number>, wanted: Readonly<Record<string, number>>): void {
  for (const [label, value] of Object.entries(wanted)) {
    assert.ok(Math.abs(got[label] - value) < 1e-5, `${label}: ${got[label]} instead of ${value}`);
  }
}
