import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { makeSyntheticCorpus } from "../lib/corpus/adapters/make-synthetic-corpus";
import { projectRoot } from "../lib/disk/paths";

const folder = mkdtempSync(join(tmpdir(), "run-"));
after(() => rmSync(folder, { recursive: true }));

before(async () => {
  await makeSyntheticCorpus(join(folder, "small"), { speakers: 3, texts: 3, emotions: 2 });
  const experiment = { corpora: "small", features: "librosa-v1", models: ["majority", "knn"] };
  writeFileSync(join(folder, "experiment.json"), JSON.stringify(experiment));
});

/** `ser run` into a folder; with `diesAt`, ended at so many of its files; SIGINT is Ctrl-C. */
function run(out: string, diesAt?: number, by = "SIGKILL") {
  const preload = ["--require", join(__dirname, "dies-at-write.fixture.cjs")];
  const command = [
    join(projectRoot, "scripts/ser.cjs"),
    "run",
    join(folder, "experiment.json"),
    "--out",
    out,
  ];
  return spawnSync(process.execPath, [...(diesAt ? preload : []), ...command, "--workers", "1"], {
    encoding: "utf8",
    env: { ...process.env, SER_CACHE: join(folder, "cache"), DIES_AT: String(diesAt), DIES_BY: by },
  });
}

/**
 * All files under a folder with their content, but for what may differ, and for half-written files
 * of the killed: they are swept by the next command a minute later, as `sweepLeftovers` tells.
 */
function filesIn(place: string): Record<string, string> {
  const all = readdirSync(place, { recursive: true, withFileTypes: true });
  const files = all.filter((one) => one.isFile() && !/^provenance\.json$|\.tmp$/.test(one.name));
  const paths = files.map((one) => join(one.parentPath, one.name)).sort();
  return Object.fromEntries(paths.map((path) => [path.slice(place.length), readFileSync(path, "utf8")]));
}

test("a sweep that is killed or stopped by Ctrl-C again and again leaves the same bytes as one that is not", () => {
  const whole = join(folder, "whole", "out", "runs");
  assert.equal(run(whole).status, 0);
  const killed = join(folder, "killed", "out", "runs");
  // In the folds of the first run, at its predictions, in the folds of the second, at its run.json,
  // and when that is there, before the folds are cleared.
  const ways = ["SIGKILL", "SIGINT", "SIGKILL", "SIGINT", "SIGKILL"];
  const deaths = [2, 3, 4, 5, 3].map((diesAt, i) => run(killed, diesAt, ways[i]).signal);
  assert.deepEqual(deaths, ways);
  const last = run(killed);
  assert.equal(last.status, 0, last.stderr);
  const names = Object.keys(filesIn(whole));
  assert.equal(names.filter((name) => name.endsWith("run.json")).length, 2);
  assert.deepEqual(filesIn(killed), filesIn(whole));
});
