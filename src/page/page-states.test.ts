import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import type { Page, WebSocketRoute } from "playwright-core";
import { decodeWav } from "../lib/audio/decode-wav";
import { encodeWav } from "../lib/audio/encode-wav";
import { openCorpus } from "../lib/corpus/open-corpus";
import { createFeatureSet } from "../lib/features/feature-sets";
import { loadExportable } from "../lib/loading/load-exportable";
import { withoutBrowser } from "../lib/notebook/browser.fixture.mjs";
import { exportSite } from "../service/site/export-site";
import { type Service, startService } from "../service/start-service";
import codings from "./decode-in-browser.reference.json";
import { exampleClip } from "./example-clips";
import {
  exportedJson,
  falseMicrophone,
  hostFolder,
  microphoneFile,
  onPage,
  recognizeOnPage,
} from "./page.fixture";
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
  const module = require.resolve("../lib/loading/load-speech-model.ts");
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

test("what a model of synthetic voices says stands under a banner", browser, () =>
  onBothPages(async (page) => {
    const banner = page.locator("#synthetic");
    await banner.waitFor({ state: "visible" });
    assert.match((await banner.textContent())!, /learned from synthetic voices/);
  }),
);

test("WebM and M4A, which our decoders leave to ffmpeg, are decoded where the browser can", browser, () =>
  onBothPages(async (page) => {
    for (const { name, base64, mimeType } of codings.files) {
      const bytes = new Uint8Array(Buffer.from(base64, "base64"));
      const canPlay = await page.evaluate((type) => new Audio().canPlayType(type), mimeType);
      await choose(page, name, bytes);
      await page
        .locator(`#announcement:text("${name}:"), #problem:text("${name}")`)
        .first()
        .waitFor({ state: "attached" });
      if (canPlay) assert.notEqual((await exportedJson(page)).whole.emotion, null, name);
      else assert.match((await page.locator("#problem").textContent())!, /convert it to WAV or FLAC/);
    }
  }),
);

test("an example clip is opened with one click, as a chosen file is, and is called synthetic", browser, () =>
  onBothPages(async (page) => {
    for (const [name, utterances] of [
      ["anger", 1],
      ["neutral, then the others", 5],
    ] as const) {
      const clip = exampleClip(name);
      const bytes = new Uint8Array(await clip.arrayBuffer());
      await button(page, name).click();
      await page.locator("#announcement", { hasText: `${clip.name}:` }).waitFor({ state: "attached" });
      const clicked = await exportedJson(page);
      assert.equal(clicked.utterances.length, utterances);
      assert.match(clicked.source, /^synthetic /);
      const chosen = await recognizeOnPage(page, "chosen.wav", bytes);
      assert.deepEqual({ ...chosen, source: clicked.source }, clicked, "the same answer");
    }
  }),
);

test("each utterance tells how it differs from the voice before it", browser, () =>
  onBothPages(async (page) => {
    await button(page, "neutral, then the others").click();
    await page.locator("#utterances .whole").waitFor();
    const told = await page.locator("#utterances tr:not(.whole) td:last-child").allTextContents();
    assert.equal(told[4], "nothing before it to compare with");
    assert.match(told[3], /^louder by \d+ dB.* than in the utterance before$/, "anger after neutral");
    assert.match(told[0], /^quieter by \d+ dB.* than in the 4 utterances before$/, "sadness, the last");
    assert.equal(
      await page.locator("#decision .voice").textContent(),
      `In utterance 5 the voice was ${told[0]}. That describes how it was said; the model may decide by something else.`,
    );
    assert.ok(await page.locator("#learned-voice").isHidden(), "this model learns no voices");
  }),
);

test("a model that learns voices asks for a neutral sentence, and tells what it knows", browser, () =>
  onPage(addresses[0], quietMicrophone, async (page) => {
    await page.route("**/v1/model", async (route) => {
      const answer = await (await route.fetch()).json();
      await route.fulfill({ json: { ...answer, normalize: "speaker" } });
    });
    await page.goto(addresses[0]);
    await button(page, "Start listening").waitFor();
    const told = page.locator("#learned-voice");
    assert.match((await told.textContent())!, /^Say it neutrally first/);
    const labels = await page.locator(".bars .name").allTextContents();
    const probabilities = Object.fromEntries(labels.map((label, i) => [label, i === 0 ? 1 : 0]));
    const said = { type: "utterance", startSeconds: 0, endSeconds: 1, probabilities, emotion: labels[0] };
    const socket = new Promise<WebSocketRoute>((resolve) => page.routeWebSocket("**/v1/stream", resolve));
    await button(page, "Start listening").click();
    for (const message of [{ type: "started" }, { ...said, speakerUtterances: 2 }, { type: "end" }])
      (await socket).send(JSON.stringify(message));
    await page.locator("#learned-voice:text('Your voice is known now (2 utterances).')").waitFor();
  }),
);

test("two models stand side by side, each with its own decision", browser, () =>
  onPage(addresses[0], quietMicrophone, async (page) => {
    await page.route("**/v1/model", async (route) => {
      const answer = await (await route.fetch()).json();
      await route.fulfill({ json: { ...answer, others: [{ ...answer, name: "<b>lda</b>" }] } });
    });
    await page.route("**/v1/recordings", async (route) => {
      const answer = await (await route.fetch()).json();
      const others = [
        { model: "<b>lda</b>", emotion: "boredom", probabilities: { boredom: 0.8, calm: 0.2 } },
      ];
      await route.fulfill({ json: { ...answer, others } });
    });
    await page.reload();
    await recognizeOnPage(page, recording.name, recording.bytes);
    assert.equal(await page.locator("#decision .others").textContent(), "<b>lda</b>: boredom 80 %");
    const heads = await page.locator("thead th").allTextContents();
    assert.deepEqual(heads.slice(-2), ["<b>lda</b>", "The voice"]);
    assert.deepEqual(await page.locator("#utterances td:nth-child(6)").allTextContents(), [
      "boredom 80 %",
      "boredom 80 %",
    ]);
    assert.equal(await page.locator("#model h3").textContent(), "Beside it: <b>lda</b>");
    assert.match((await page.locator("#synthetic").textContent())!, /<b>lda<\/b>: The model learned from/);
  }),
);

test(
  "an utterance is corrected and kept once that is allowed, and the page tells how to train again",
  browser,
  async () => {
    const corrections = scratchPath("corrections");
    const folder = scratchPath("svm-linear-librosa-v1");
    const module = require.resolve("../lib/loading/load-speech-model.ts");
    const keeping = await startService({ model: { module, folder }, threads: 1, corrections });
    try {
      await onPage(
        `${keeping.url}/`,
        quietMicrophone,
        async (page) => {
          await button(page, "neutral, then the others").click();
          await page.locator("#utterances .whole").waitFor();
          const choice = page.getByRole("combobox", { name: "What utterance 2 was" });
          assert.ok(await choice.isDisabled(), "nothing is kept unasked");
          assert.match(
            (await page.locator("#keep-where").textContent())!,
            /is kept in \S+corrections on this machine/,
          );
          await page.getByLabel("Keep the utterances that I correct").check();
          await page.getByLabel("Who speaks").fill("=x");
          await choice.selectOption("neutral");
          await page
            .locator("#kept", { hasText: "Not kept: The service refused: speaker must be" })
            .waitFor();
          assert.equal(existsSync(corrections), false);
          await page.getByLabel("Who speaks").fill("Ada");
          await choice.selectOption("neutral");
          await page
            .locator("#kept", { hasText: "Utterance 2 is kept. Kept so far: utterances 1, speakers 1" })
            .waitFor();
          assert.match(
            (await page.locator("#train").textContent())!,
            /ser -- train --corpus \S+corrections --features/,
          );
        },
        /422/,
      );
    } finally {
      await keeping.close();
    }
    const [{ path, emotion, speaker }] = (await openCorpus(corrections)).recordings;
    assert.deepEqual([emotion, speaker], ["neutral", "Ada"]);
    const kept = decodeWav(readFileSync(path), path);
    const seconds = kept.samples.length / kept.sampleRate;
    assert.ok(seconds > 1 && seconds < 3, "the utterance alone");
  },
);

test("a dark page is printed dark on white, without what only a screen can use", browser, () =>
  onPage(addresses[1], quietMicrophone, async (page) => {
    await page.emulateMedia({ colorScheme: "dark" });
    await button(page, "anger").click();
    await page.locator("#utterances .whole").waitFor();
    /** The red of silence in the spectrogram, which is drawn as the ground. */
    const silence = (red: number) =>
      page.waitForFunction((wanted) => {
        const canvas = document.querySelector<HTMLCanvasElement>("canvas.spectrogram")!;
        return canvas.getContext("2d")!.getImageData(5, 5, 1, 1).data[0] === wanted;
      }, red);
    await silence(0x18);
    await page.emulateMedia({ colorScheme: "dark", media: "print" });
    await silence(0xff);
    assert.ok(await page.locator("#listen").isHidden());
  }),
);

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
    await choose(page, recording.name, Buffer.from("no sound"));
    await page.locator("#problem", { hasText: recording.name }).waitFor();
    assert.equal(await page.locator("#file").inputValue(), "", "so that a browser tells of the same choice");
  }),
);

const choose = (page: Page, name: string, bytes: Uint8Array) =>
  page.setInputFiles("#file", { name, mimeType: "", buffer: Buffer.from(bytes) });
const words = (page: Page) => page.locator("#decision .words").textContent();
/** Emotions whose bars are in bold. */
const decided = (page: Page) => page.locator(".bars .decided .name").allTextContents();

test("silence is told as such: a file's, and the microphone's", browser, () =>
  onBothPages(async (page) => {
    const { whole } = await recognizeOnPage(page, "silence.wav", encodeWav(silence, sampleRate));
    assert.deepEqual(
      whole,
      { emotion: null, probabilities: null, reason: "no speech found" },
      "what `ser predict` says is exported",
    );
    assert.equal(await page.locator("#announcement").textContent(), "silence.wav: no speech found");
    assert.deepEqual([await words(page), await decided(page)], ["no speech found", []]);
    assert.deepEqual((await page.locator("#utterances td").allTextContents()).slice(1, 4), [
      "no speech found",
      "",
      "",
    ]);
    await button(page, "Start listening").click();
    await button(page, "Stop listening").click();
    await button(page, "Start listening").waitFor();
    assert.deepEqual([await words(page), await decided(page)], ["no speech found", []]);
  }),
);

test(
  "the decision's own probability stands beside it; below the threshold a recording is not sure",
  browser,
  () =>
    onPage(addresses[0], quietMicrophone, async (page) => {
      const [a, b, ...others] = await page.locator(".bars .name").allTextContents();
      const answer = (best: number, second: number) => {
        const rest = (1 - best - second) / others.length;
        const probabilities = Object.fromEntries(
          [a, b, ...others].map((label, i) => [label, [best, second][i] ?? rest]),
        );
        const utterance = { type: "utterance", startSeconds: 0, endSeconds: 1, probabilities, emotion: b };
        return { emotion: b, probabilities, utterances: [utterance], windows: [] };
      };
      const row = async (name: string, answered: object) => {
        await page.route("**/v1/recordings", (route) => route.fulfill({ json: answered }), { times: 1 });
        await recognizeOnPage(page, name, recording.bytes);
        return (await page.locator("#utterances .whole td").allTextContents()).slice(1, 4);
      };
      assert.deepEqual(await row("sure.wav", answer(0.5, 0.4)), [b, "40 %", `${a} 50 %`]);
      assert.deepEqual(await row("unsure.wav", answer(0.25, 0.24)), ["not sure", `${a} 25 %`, `${b} 24 %`]);
      assert.equal(await words(page), "not sure");
      assert.equal(await page.locator("#announcement").textContent(), "unsure.wav: not sure");
    }),
);

test("after a failure the page does not claim to listen", browser, () =>
  onPage(
    addresses[0],
    quietMicrophone,
    async (page) => {
      await page.route("**/v1/recordings", (route) => route.abort());
      await choose(page, recording.name, recording.bytes);
      await page.locator("#problem", { hasText: "The service does not answer" }).waitFor();
      assert.equal(await words(page), "ready");
    },
    /ERR_FAILED/,
  ),
);

test("when a new utterance begins, the last one's bars are gone", browser, () =>
  onPage(addresses[0], quietMicrophone, async (page) => {
    const labels = await page.locator(".bars .name").allTextContents();
    const probabilities = Object.fromEntries(labels.map((label, i) => [label, i === 0 ? 1 : 0]));
    const spans = { startSeconds: 0.1, endSeconds: 1.2 };
    const first = [
      { type: "speech-start", timeSeconds: 0.1 },
      { type: "window", ...spans, probabilities, smoothed: probabilities, emotion: labels[0] },
      { type: "speech-end", timeSeconds: 1.2 },
      { type: "utterance", ...spans, probabilities, emotion: labels[0] },
    ];
    const socket = new Promise<WebSocketRoute>((resolve) => page.routeWebSocket("**/v1/stream", resolve));
    await button(page, "Start listening").click();
    const send = async (message: object) => (await socket).send(JSON.stringify(message));
    for (const message of [{ type: "started" }, ...first]) await send(message);
    await page.locator("#decision .detail", { hasText: "the last utterance, number 1" }).waitFor();
    assert.deepEqual(await decided(page), [labels[0]]);
    await send({ type: "speech-start", timeSeconds: 2 });
    await page.locator("#decision .words", { hasText: "listening" }).waitFor();
    assert.deepEqual(await decided(page), []);
    await send({ type: "end" });
  }),
);
