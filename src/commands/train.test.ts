import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { projectRoot } from "../lib/disk/paths";

const folder = mkdtempSync(join(tmpdir(), "train-"));
after(() => rmSync(folder, { recursive: true }));

const train = (...options: string[]) =>
  spawnSync(process.execPath, [join(projectRoot, "scripts/ser.cjs"), "train", ...options], {
    encoding: "utf8",
    // Neither kept weights nor a package index within reach.
    env: { ...process.env, SER_CACHE: join(folder, "cache"), PIP_NO_INDEX: "1" },
  });

test("without --features and --model the pair that is the safe choice elsewhere is taken", () => {
  const { stdout } = train("--help");
  assert.match(stdout, /\(default:\s+"voice-v1"\)/);
  assert.match(stdout, /\(default:\s+"lda"\)/);
});

test("where its weights are not to be had, it says what to do, and takes nothing else silently", () => {
  const { status, stderr } = train("--corpus", "no-such", "--out", join(folder, "model"));
  assert.equal(status, 1, stderr);
  assert.match(stderr, /copy .* from a machine that has it; or take --features egemaps-v02/);
});
