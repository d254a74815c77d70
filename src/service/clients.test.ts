import assert from "node:assert/strict";
import { execFile, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { chromium } from "playwright-core";
import { encodeWav } from "../lib/audio/encode-wav";
import { projectRoot } from "../lib/disk/paths";
import type { LiveEvent } from "../lib/live/live-event";
import { twoUtterances } from "../lib/live/streams.fixture";
import { browserPath, withoutBrowser } from "../lib/notebook/browser.fixture.mjs";
import { StreamClient, serviceOf } from "./service.fixture";
import type { Service } from "./start-service";
import { parseStart } from "./streams/start-message";

const run = promisify(execFile);
const venvPython = join(projectRoot, ".venv/bin/python");
const folder = mkdtempSync(join(tmpdir(), "ser-clients-"));
after(() => rmSync(folder, { recursive: true }));

// multiples of 1/32768, so that integers and floating point are the same samples
const speech = twoUtterances().map((sample) => Math.round(sample * 32768) / 32768);
const wav = Buffer.from(encodeWav(speech, 16000));
let service: Service;
let expected: LiveEvent[];

before(async () => {
  service = await serviceOf("plain");
  writeFileSync(join(folder, "recording.wav"), wav);
  const client = await StreamClient.started(service.url);
  client.speak(speech);
  expected = await client.stop();
  assert.equal(expected.filter(({ type }) => type === "utterance").length, 2);
});

/** A code block of a page, talking to the service of the test. */
function block(page: string, language: string, mark: RegExp): string {
  const text = readFileSync(join(projectRoot, page), "utf8");
  const blocks = [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)];
  const found = blocks.filter(([, name, code]) => name === language && mark.test(code));
  assert.equal(found.length, 1, `${page} has one block of ${language} with ${mark}`);
  return found[0][2].replace("127.0.0.1:8080", new URL(service.url).host);
}

function eventsIn(lines: readonly string[]): LiveEvent[] {
  const messages = lines.map((line) => JSON.parse(line));
  return messages.filter(({ type }) => type !== "started" && type !== "end");
}

/** Numbers to two places. */
function rounded(events: readonly LiveEvent[]): unknown {
  return JSON.parse(JSON.stringify(events), (_, value) =>
    typeof value === "number" ? Number(value.toFixed(2)) : value,
  );
}

test("docs/live.md: the client in Python", {
  skip: existsSync(venvPython) ? false : "no .venv: npm run setup makes it",
}, async () => {
  writeFileSync(join(folder, "client.py"), block("docs/live.md", "python", /websocket/));
  const { stdout } = await run(venvPython, ["client.py"], { cwd: folder });
  assert.deepEqual(eventsIn(stdout.trim().split("\n")), expected);
});

test("docs/live.md: the client in Node", async () => {
  writeFileSync(join(folder, "client.cjs"), block("docs/live.md", "js", /require\("ws"\)/));
  const env = { ...process.env, NODE_PATH: join(projectRoot, "node_modules") };
  const { stdout } = await run(process.execPath, ["client.cjs"], { cwd: folder, env });
  assert.deepEqual(eventsIn(stdout.trim().split("\n")), expected);
});

test("docs/live.md: the client in a browser", { skip: withoutBrowser }, async () => {
  const code = block("docs/live.md", "js", /AudioContext/);
  const sound = `data:audio/wav;base64,${wav.toString("base64")}`;
  const lines: string[] = [];
  const browser = await chromium.launch({ executablePath: browserPath, args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage();
    await page.goto(`${service.url}/healthz`);
    const ended = page.waitForEvent("console", (message) => message.text() === '{"type":"end"}');
    page.on("console", (message) => message.type() === "log" && lines.push(message.text()));
    await page.evaluate(`(async () => { const file = await (await fetch("${sound}")).blob(); ${code} })()`);
    await ended;
  } finally {
    await browser.close();
  }
  // browsers divide positive integers by 32767
  assert.deepEqual(rounded(eventsIn(lines)), rounded(expected));
});

const withoutCurl = spawnSync("curl", ["--version"]).error ? "no curl" : false;

test("README: the line with curl", { skip: withoutCurl }, async () => {
  const [, arguments_] = /^ +curl (.*)$/m.exec(readFileSync(join(projectRoot, "README.md"), "utf8"))!;
  const line = arguments_.replace("127.0.0.1:8080", new URL(service.url).host);
  const { stdout } = await run("sh", ["-c", `curl --silent ${line}`], { cwd: folder });
  assert.equal(JSON.parse(stdout).durationSeconds, speech.length / 16000);
});

test("PROTOCOL.md has an example of every message, and they are as told", () => {
  const text = readFileSync(join(__dirname, "PROTOCOL.md"), "utf8");
  const examples = [...text.matchAll(/^```json\n([\s\S]*?)^```$/gm)].map(([, json]) => JSON.parse(json));
  const types = new Set(examples.map(({ type }) => type));
  const all = [
    "start",
    "stop",
    "started",
    "speech-start",
    "speech-end",
    "window",
    "utterance",
    "end",
    "error",
  ];
  assert.deepEqual([...types].sort(), all.sort());
  for (const example of examples) {
    if (example.type === "start") parseStart(JSON.stringify(example));
    const sent = expected.find(({ type }) => type === example.type);
    if (sent && !("reason" in example))
      assert.deepEqual(Object.keys(sent).sort(), Object.keys(example).sort());
  }
});
