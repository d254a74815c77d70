import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { after, test } from "node:test";

const root = join(import.meta.dirname, "..");
const scratch = mkdtempSync(join(tmpdir(), "ser-prepare-"));
after(() => rmSync(scratch, { recursive: true }));

/** Runs a script with an npm that only writes down what it is asked; it fails at `failing`. */
function callsOf(script, { args = [], env = {}, failing = "" } = {}) {
  const log = join(scratch, "calls");
  writeFileSync(log, "");
  writeFileSync(
    join(scratch, "npm"),
    `#!/bin/sh\necho "$*" >> ${log}\ncase "$*" in ${failing || "-"}) exit 1;; esac\n`,
  );
  chmodSync(join(scratch, "npm"), 0o755);
  const path = `${scratch}${delimiter}${process.env.PATH}`;
  const { status } = spawnSync(script, args, { cwd: root, env: { PATH: path, ...env } });
  return { status, calls: readFileSync(log, "utf8").trim().split("\n") };
}

const setUpAndCorpus = ["run setup", "run --silent ser -- corpus --corpus data/synthetic"];

test("a container sets up and makes the embedded corpus", () => {
  assert.deepEqual(callsOf("deploy/prepare.sh"), { status: 0, calls: setUpAndCorpus });
});

test("Binder gets the kernel into its own Jupyter, too", () => {
  const { status, calls } = callsOf(".binder/postBuild", { env: { NB_PYTHON_PREFIX: "/srv/jupyter" } });
  assert.equal(status, 0);
  assert.deepEqual(calls, [...setUpAndCorpus, "run --silent kernel -- --prefix /srv/jupyter"]);
});

test("a set-up that fails ends it", () => {
  const { status, calls } = callsOf("deploy/prepare.sh", { failing: '"run setup"' });
  assert.equal(status, 1);
  assert.deepEqual(calls, ["run setup"]);
});

test("every path that the containers name is there, and every script that they run", () => {
  const { build, postCreateCommand } = JSON.parse(
    readFileSync(join(root, ".devcontainer/devcontainer.json"), "utf8"),
  );
  const dockerfile = readFileSync(join(root, ".devcontainer", build.dockerfile), "utf8");
  assert.match(dockerfile, new RegExp(`^FROM \\S+ AS ${build.target}$`, "m"));
  const script = dockerfile.match(/^RUN (deploy\/\S+)$/m)[1];
  assert.equal(script, postCreateCommand);
  assert.ok(existsSync(join(root, script)));
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const command = JSON.parse(dockerfile.match(/^CMD (.+)$/m)[1]);
  assert.deepEqual(command.slice(0, 2), ["npm", "run"]);
  assert.ok(scripts[command[2]]);
});
