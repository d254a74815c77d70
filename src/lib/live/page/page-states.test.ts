import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { withoutBrowser } from "../../../../scripts/browser.fixture.mjs";
import { encodeWav } from "../../audio/encode-wav";
import { createFeatureSet } from "../../features/feature-sets";
import { loadExportable } from "../../report/load-exportable";
import { exportSite } from "../service/export-site";
import { type Service, startService } from "../service/start-service";
import { falseMicrophone, hostFolder, microphoneFile, onPage } from "./page.fixture";
import { savedModel, scratchPath, unheard } from "./trained-model.fixture";

const browser = { skip: withoutBrowser };
const [{ file, samples, sampleRate }] = unheard(1);
const recording = { name: file.replace("wav/", ""), bytes: encodeWav(samples, sampleRate) };
const silence = new Float32Array(2 * sampleRate);
const quietMicrophone = falseMicrophone(microphoneFile([{ samples: silence, sampleRate }]));
let service: Service;
let addresses: string[] = [];

before(async () => {
  if (withoutBrowser) return;
  const folder = await savedModel(createFeatureSet("librosa-v1"), "svm-linear", { C: 0.1 });
  const module = require.resolve("../../report/load-listener.ts");
  service = await startService({ model: { module, folder }, threads: 1 });
  await exportSite(await loadExportable(folder), scratchPath("site"));
  addresses = [`${service.url}/`, await hostFolder(scratchPath("site"))];
});
after(() => service?.close());

/** The same of the page from the service and from a static host. */
async function onBothPages(use: (page: Page) => Promise<void>): Promise<void> {
  for (const address of addresses) await onPage(address, quietMicrophone, use);
}

/** The button, once it can be pressed. */
const button = (page: Page, name: string) => page.getByRole("button", { name, disabled: false });

test("the keyboard starts and stops the microphone", browser, () =>
  onBothPages(async (page) => {
    await page.locator("#listen").focus();
    for (const key of ["Enter", "Space"]) {
      await page.keyboard.press(key);
      await button(page, "Stop listening").waitFor();
      await page.keyboard.press(key);
      await button(page, "Start listening").waitFor();
    }
  }),
);

test("a file that failed can be chosen again, under the same name", browser, () =>
  onBothPages(async (page) => {
    const choose = (bytes: Uint8Array) =>
      page.setInputFiles("#file", { name: recording.name, mimeType: "", buffer: Buffer.from(bytes) });
    await choose(Buffer.from("no sound"));
    await page.locator("#problem", { hasText: recording.name }).waitFor();
    assert.equal(await page.locator("#file").inputValue(), "", "so that a browser tells of the same choice");
  }),
);
