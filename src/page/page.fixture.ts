import { readFileSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { after } from "node:test";
import { type Browser, chromium, type Page } from "playwright-core";
import { encodeWav } from "../lib/audio/encode-wav";
import type { Waveform } from "../lib/audio/waveform";
import { browserPath } from "../lib/notebook/browser.fixture.mjs";
import { concatenated } from "../lib/numbers/concatenated";
import { scratchPath } from "./trained-model.fixture";

const types: Readonly<Record<string, string>> = { html: "text/html", css: "text/css", js: "text/javascript" };

const hosts: Server[] = [];
after(() => {
  for (const server of hosts) server.close();
});

/** A static host of one folder, under a path of its own; gives the address. */
export async function hostFolder(folder: string): Promise<string> {
  const server = createServer(({ url = "" }, response) => {
    const name = url === "/some/where/" ? "index.html" : url.replace("/some/where/", "");
    response.setHeader("content-type", types[name.split(".")[1]] ?? "text/plain");
    response.end(readFileSync(join(folder, name)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  hosts.push(server);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/some/where/`;
}

/**
 * A file for the browser's false microphone: the sounds, 1.2 s of silence around each, and more in
 * the end, where it starts anew.
 */
export function microphoneFile(waveforms: readonly Waveform[], endSeconds = 20): string {
  const [{ sampleRate }] = waveforms;
  const sounds = waveforms.map(({ samples }) => samples);
  const silence = new Float32Array(1.2 * sampleRate);
  const parts = [
    silence,
    ...sounds.flatMap((sound) => [sound, silence]),
    new Float32Array(endSeconds * sampleRate),
  ];
  const path = scratchPath("microphone.wav");
  writeFileSync(path, encodeWav(concatenated(parts), sampleRate));
  return path;
}

/**
 * The browser's arguments for a false microphone that gives a file, and is allowed without a
 * question.
 */
export const falseMicrophone = (file: string) => [
  "--use-fake-device-for-media-stream",
  "--use-fake-ui-for-media-stream",
  `--use-file-for-fake-audio-capture=${file}`,
];

const browsers = new Map<string, Promise<Browser>>();
after(() => Promise.all([...browsers.values()].map(async (browser) => (await browser).close())));

/** One browser for each choice of arguments, for all tests of the file. */
function browserWith(args: readonly string[]): Promise<Browser> {
  const key = args.join(" ");
  const browser =
    browsers.get(key) ?? chromium.launch({ executablePath: browserPath, args: ["--no-sandbox", ...args] });
  browsers.set(key, browser);
  return browser;
}

/**
 * Opens the page, waits until it is ready or tells what is wrong, and fails on errors of its
 * scripts or on any request to elsewhere.
 *
 * @param expected errors that the browser may tell
 */
export async function onPage<T>(
  url: string,
  args: readonly string[],
  use: (page: Page) => Promise<T>,
  expected?: RegExp,
): Promise<T> {
  const context = await (await browserWith(args)).newContext();
  const page = await context.newPage();
  const errors: string[] = [];
  const own = new RegExp(`^(${new URL("/", url).href}|blob:|data:)`);
  page.on("request", (request) => own.test(request.url()) || errors.push(`asked for ${request.url()}`));
  page.on("pageerror", ({ message }) => errors.push(message));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  await page.goto(url);
  await page.locator("#listen:enabled, #problem:visible").first().waitFor();
  const result = await use(page);
  await context.close();
  const unexpected = errors.filter((error) => !expected?.test(error));
  if (unexpected.length > 0) throw new Error(unexpected.join("\n"));
  return result;
}

/** Chooses a file, waits for the decision, and gives it as the page exports it. */
export async function recognizeOnPage(page: Page, name: string, bytes: Uint8Array) {
  await page.setInputFiles("#file", { name, mimeType: "", buffer: Buffer.from(bytes) });
  await page.locator("#announcement", { hasText: `${name}:` }).waitFor({ state: "attached" });
  return exportedJson(page);
}

/** What the page's button gives to keep. */
export async function exportedJson(page: Page) {
  const [file] = await Promise.all([page.waitForEvent("download"), page.click("#json")]);
  return JSON.parse(readFileSync(await file.path(), "utf8"));
}

/** Drops a file on the page, and waits until it is recognised or refused. */
export async function dropOnPage(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([file, values]) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(values)], file));
      return data;
    },
    [name, [...bytes]] as const,
  );
  await page.dispatchEvent("main", "drop", { dataTransfer: transfer });
  await page
    .locator(`#announcement:text("${name}:"), #problem:text("${name}")`)
    .first()
    .waitFor({ state: "attached" });
}

/**
 * Listens until so many utterances are told; gives their decisions, the last announcement and the
 * highest level on the meter.
 */
export async function speakOnPage(page: Page, utterances: number) {
  await page.getByRole("button", { name: "Start listening" }).click();
  let speech = 0;
  while ((await page.locator("#utterances tr").count()) < utterances) {
    speech = Math.max(speech, await page.evaluate(levelShown));
    await page.waitForTimeout(100);
  }
  const decisions = (await page.locator("#utterances td:nth-child(3)").allTextContents()).reverse();
  const announced = await page.locator("#announcement").textContent();
  await page.getByRole("button", { name: "Stop listening" }).click();
  return { decisions, announced, speech };
}

function levelShown(): number {
  const meter = document.querySelector<HTMLElement>(".level div")!;
  return Number(/scaleX\((.*)\)/.exec(meter.style.transform)?.[1] ?? 0);
}
