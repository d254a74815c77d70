import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { after, test } from "node:test";
import { projectRoot } from "../lib/disk/paths";
import { createFeatureSet } from "../lib/features/feature-sets";
import { withoutBrowser } from "../lib/notebook/browser.fixture.mjs";
import { exportedJson, falseMicrophone, microphoneFile, onPage } from "./page.fixture";
import { savedModel, unheard } from "./trained-model.fixture";

const browser = { skip: withoutBrowser, timeout: 300_000 };
const started: ChildProcess[] = [];
after(() => {
  for (const child of started) child.kill("SIGKILL");
});

/** `ser serve` as a process of its own, once it listens. */
async function serve(...options: string[]): Promise<{ url: string; child: ChildProcess }> {
  const model = await savedModel(createFeatureSet("librosa-v1"), "svm-linear", { C: 0.1 });
  const args = [join(projectRoot, "scripts/ser.cjs"), "serve", "--model", model, ...options];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  started.push(child);
  for await (const line of child.stdout!) {
    const url = /listening on (\S+);/.exec(String(line))?.[1];
    if (url) return { url, child };
  }
  throw new Error("the service did not start");
}

test(
  "a killed service is told in words; once it is back, listening goes on and times with it",
  browser,
  async () => {
    const microphone = falseMicrophone(microphoneFile(unheard(1).slice(0, 2), 0));
    const { url, child } = await serve("--port", "0");
    await onPage(
      url,
      microphone,
      async (page) => {
        const status = page.getByRole("status");
        await page.getByRole("button", { name: "Start listening" }).click();
        await page.locator("#utterances tr").first().waitFor();
        child.kill("SIGKILL");
        await status.filter({ hasText: "The connection to the service is lost." }).waitFor();
        const before = await exportedJson(page);
        await serve("--port", new URL(url).port);
        await status.filter({ hasNotText: /./ }).waitFor({ state: "attached", timeout: 60_000 });
        await page.locator("#utterances tr").nth(before.utterances.length).waitFor();
        const { utterances } = await exportedJson(page);
        assert.ok(utterances[before.utterances.length].startSeconds > before.durationSeconds);
        assert.equal(await page.getByRole("button", { name: "Stop listening" }).count(), 1);
      },
      /WebSocket connection .* failed/,
    );
  },
);

test(
  "a service with a token takes it from the page's address, and is told in words without",
  browser,
  async () => {
    const { url, child } = await serve("--port", "0", "--token", "secret");
    const problem = (address: string) =>
      onPage(address, [], (page) => page.locator("#problem").textContent(), /401/);
    assert.match((await problem(url))!, /asks for a token/);
    assert.equal(await problem(`${url}/#token=secret`), "");
    const exit = once(child, "exit");
    child.kill("SIGTERM");
    assert.deepEqual(await exit, [0, null]);
  },
);
