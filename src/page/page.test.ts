import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { decodeSound } from "../lib/audio/decode-sound";
import codings from "../lib/audio/decode-sound.reference.json";
import { decodeWav } from "../lib/audio/decode-wav";
import { encodeWav } from "../lib/audio/encode-wav";
import { projectRoot } from "../lib/disk/paths";
import { createFeatureSet } from "../lib/features/feature-sets";
import { analyseWaveform } from "../lib/live/analyse-waveform";
import { recognizeWaveform } from "../lib/live/recognize-waveform";
import { loadExportable } from "../lib/loading/load-exportable";
import { loadSpeechModel } from "../lib/loading/load-speech-model";
import type { SpeechModel } from "../lib/models/saved/speech-model";
import { withoutBrowser } from "../lib/notebook/browser.fixture.mjs";
import { lenientLimits } from "../service/service.fixture";
import { exportSite } from "../service/site/export-site";
import { type Service, startService } from "../service/start-service";
import {
  dropOnPage,
  exportedJson,
  falseMicrophone,
  hostFolder,
  microphoneFile,
  onPage,
  recognizeOnPage,
  speakOnPage,
} from "./page.fixture";
import { savedModel, scratchPath, unheard } from "./trained-model.fixture";

const recordings = unheard(4).map(({ file, samples, sampleRate }) => ({
  name: file.replace("wav/", ""),
  bytes: encodeWav(samples, sampleRate),
}));
const browser = { skip: withoutBrowser, timeout: 300_000 };
const places = ["service", "site"] as const;
/** The same page from the service and from a static host. */
const addresses = { service: "", site: "" };
/** What the microphone gives in all tests. */
const said = [0, 4].map((i) => recordings[i]);
const microphone = falseMicrophone(microphoneFile(said.map(({ bytes, name }) => decodeWav(bytes, name))));
let speechModel: SpeechModel;
let service: Service;

before(async () => {
  if (withoutBrowser) return;
  const folder = await savedModel(createFeatureSet("librosa-v1"), "svm-linear", { C: 0.1 });
  const module = require.resolve("../lib/loading/load-speech-model.ts");
  speechModel = await loadSpeechModel(folder);
  service = await startService({ model: { module, folder }, threads: 1, limits: lenientLimits });
  await exportSite(await loadExportable(folder), scratchPath("site"));
  addresses.service = `${service.url}/`;
  addresses.site = await hostFolder(scratchPath("site"));
});
after(() => service?.close());

/** What `ser predict` says of a file. */
async function predicted(bytes: Uint8Array): Promise<string> {
  return (await recognizeWaveform(speechModel, decodeWav(bytes, "recording"))).label;
}

test(
  "what the microphone hears gets the decisions that `ser predict` gives to the files",
  browser,
  async () => {
    const wanted = await Promise.all(said.map(({ bytes }) => predicted(bytes)));
    assert.ok(
      new Set(wanted).size === 2,
      `${wanted}: decisions that could tell a wrong page from a right one`,
    );
    const heard = await Promise.all(
      places.map((place) => onPage(addresses[place], microphone, (page) => speakOnPage(page, said.length))),
    );
    for (const { decisions, announced, speech } of heard) {
      assert.deepEqual(decisions, wanted);
      assert.equal(announced, `Utterance ${said.length}: ${wanted[said.length - 1]}`);
      assert.ok(speech > 0.1, "the level meter moved");
    }
  },
);

test(
  "a microphone can be chosen once the browser names several, and the dot stands where the decision is",
  browser,
  async () => {
    const { name, bytes } = recordings[1];
    await onPage(addresses.site, microphone, async (page) => {
      const dot = page.locator("#affect .dot");
      assert.equal(await dot.isVisible(), false);
      await dropOnPage(page, name, bytes);
      assert.equal(await dot.isVisible(), true);
      await page.getByRole("button", { name: "Start listening" }).click();
      const choice = page.getByRole("combobox", { name: "Microphone" });
      await choice.waitFor();
      assert.ok((await choice.locator("option").count()) > 1);
      await page.getByRole("button", { name: "Stop listening" }).click();
      await choice.selectOption({ index: 1 });
      await page.getByRole("button", { name: "Start listening" }).click();
      await page.getByRole("button", { name: "Stop listening" }).click();
      assert.equal(await page.locator("#problem").isVisible(), false);
    });
  },
);

test(
  "a dropped file is recognised as by `ser predict`, is played, and its results are exported",
  browser,
  async () => {
    const { name, bytes } = recordings[1];
    for (const place of places) {
      await onPage(addresses[place], microphone, async (page) => {
        await dropOnPage(page, name, bytes);
        assert.equal(await page.locator("#decision .words").textContent(), await predicted(bytes));
        const { source, whole, utterances, windows } = await exportedJson(page);
        assert.deepEqual([source, whole.emotion, utterances.length], [name, await predicted(bytes), 1]);
        assert.ok(windows.length > 0);
        const [csv] = await Promise.all([page.waitForEvent("download"), page.click("#csv")]);
        const lines = readFileSync(await csv.path(), "utf8")
          .trimEnd()
          .split("\n");
        assert.equal(
          lines[0],
          `source,part,start_s,end_s,emotion,${speechModel.recognizer.labels.map((l) => `p_${l}`)}`,
        );
        assert.equal(lines.length, 3);
        await page.click("#time-line", { position: { x: 300, y: 40 } });
        await page.locator("#time-line .cursor").waitFor();
        const before = await page.evaluate(() => document.querySelector("audio")!.currentTime);
        assert.ok(before > 0.3, "a click on the time line moves the cursor");
        await page.locator("#utterances .time").last().click();
        await page.waitForFunction(() => !document.querySelector("audio")!.paused);
      });
    }
  },
);

test("a file that is no sound is refused in words, and the next one is taken", browser, async () => {
  for (const place of places) {
    await onPage(addresses[place], microphone, async (page) => {
      await dropOnPage(page, "notes.txt", new TextEncoder().encode("no sound"));
      assert.match(
        (await page.getByRole("alert").textContent())!,
        /notes\.txt is no sound file that is known/,
      );
      assert.equal(
        (await recognizeOnPage(page, recordings[0].name, recordings[0].bytes)).source,
        recordings[0].name,
      );
      assert.ok(await page.getByRole("alert").isHidden());
    });
  }
});

test("denied permission and a missing microphone are told in words", browser, async () => {
  const problem = (args: string[]) =>
    onPage(addresses.site, args, async (page) => {
      await page.getByRole("button", { name: "Start listening" }).click();
      return page.getByRole("alert").filter({ hasText: /./ }).textContent();
    });
  const denied = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream=deny"];
  assert.match((await problem(denied))!, /permission was denied/);
  assert.match((await problem(["--use-fake-ui-for-media-stream"]))!, /No microphone was found/);
});

test("a site opens as a file, without any host", browser, async () => {
  const { name, bytes } = recordings[2];
  await onPage(`file://${scratchPath("site")}/index.html`, microphone, async (page) => {
    assert.deepEqual((await speakOnPage(page, 1)).decisions, [await predicted(said[0].bytes)]);
    assert.equal((await recognizeOnPage(page, name, bytes)).whole.emotion, await predicted(bytes));
  });
});

test("FLAC, MP3 and OGG are decoded and recognised in the browser as under Node", browser, async () => {
  await onPage(addresses.site, microphone, async (page) => {
    for (const { name, base64 } of codings.files) {
      const bytes = new Uint8Array(Buffer.from(base64, "base64"));
      const { emotion, reason } = await analyseWaveform(speechModel, await decodeSound(bytes, name));
      const { whole } = await recognizeOnPage(page, name, bytes);
      assert.deepEqual([whole.emotion, whole.reason], [emotion, reason], name);
    }
  });
});

test("a site decides as the service does on 20 recordings", browser, async () => {
  assert.equal(recordings.length, 20);
  await sameOnBoth(recordings);
});

const emodb = join(projectRoot, "..", "shared", "corpora", "emodb", "wav");
test("a site decides as the service does on 20 recordings of EMO-DB", {
  ...browser,
  skip: withoutBrowser || (existsSync(emodb) ? false : "shared/ is missing: no recordings of EMO-DB"),
}, async () => {
  const names = readdirSync(emodb).filter((_, i) => i % 25 === 0);
  await sameOnBoth(names.slice(0, 20).map((name) => ({ name, bytes: readFileSync(join(emodb, name)) })));
});

/** Decisions and windows are the same, probabilities to the tenth digit. */
async function sameOnBoth(files: readonly { name: string; bytes: Uint8Array }[]): Promise<void> {
  const onSite = await onPage(addresses.site, microphone, async (page) => {
    const answers = [];
    for (const { name, bytes } of files) answers.push(await recognizeOnPage(page, name, bytes));
    return answers;
  });
  for (const [i, { name, bytes }] of files.entries()) {
    const headers = { "content-type": "audio/wav" };
    const response = await fetch(`${service.url}/v1/recordings`, {
      method: "POST",
      headers,
      body: new Uint8Array(bytes),
    });
    const { emotion, probabilities, utterances, windows } = (await response.json()) as (typeof onSite)[0];
    assert.equal(onSite[i].whole.emotion, emotion, name);
    assert.deepEqual(rounded(onSite[i].whole.probabilities), rounded(probabilities), name);
    assert.deepEqual(rounded(onSite[i].utterances), rounded(utterances), name);
    assert.deepEqual(rounded(onSite[i].windows), rounded(windows), name);
  }
}

/** Without the events' types, which the page's own files leave out. */
function rounded(value: unknown): unknown {
  const text = JSON.stringify(value, (name, part) => {
    if (name === "type") return undefined;
    return typeof part === "number" ? Number(part.toFixed(10)) : part;
  });
  return JSON.parse(text);
}
