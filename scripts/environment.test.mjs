import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "./setup/step.mjs";

const read = (path) => readFileSync(join(root, path), "utf8");

/** Rows of the table under a heading of environment.md: package and version. */
function tableUnder(heading) {
  const section = read("environment.md").split(`\n## ${heading}\n`)[1].split("\n## ")[0];
  const rows = section.split("\n").filter((line) => line.startsWith("| ") && !line.startsWith("| package |"));
  return Object.fromEntries(
    rows.map((row) =>
      row
        .split("|")
        .slice(1, 3)
        .map((cell) => cell.trim()),
    ),
  );
}

test("environment.md names every npm package that we chose, in the locked version", () => {
  const { dependencies, devDependencies } = JSON.parse(read("package.json"));
  const { packages } = JSON.parse(read("package-lock.json"));
  const chosen = Object.keys({ ...dependencies, ...devDependencies }).filter(
    (name) => !name.startsWith("@types/"),
  );
  const locked = chosen.map((name) => [name, packages[`node_modules/${name}`].version]);
  assert.deepEqual(tableUnder("npm packages"), Object.fromEntries(locked));
});

test("environment.md names Python packages in the pinned version", () => {
  const pinned = new Map(
    [...read("scripts/requirements.txt").matchAll(/^([\w.-]+)==([\w.]+)/gm)].map(([, ...pin]) => pin),
  );
  const named = Object.entries(tableUnder("Python packages"));
  assert.deepEqual(
    named.map(([name]) => name),
    ["jupyterlab", "nbclient", "nbconvert", "latex2mathml", "papermill", "plotly"],
  );
  for (const [name, version] of named) assert.equal(version, pinned.get(name), name);
});

test("environment.md names the Node that package.json asks for and the TensorFlow that is built against", () => {
  assert.equal(JSON.parse(read("package.json")).engines.node, ">=20.19");
  assert.match(read("environment.md"), /\| Node \| 20\.19 or later/);
  const [, version] = /tensorflow-cpu==([\d.]+)/.exec(read("scripts/setup/libtensorflow.txt"));
  assert.ok(read("environment.md").includes(`\`tensorflow-cpu\` ${version}`));
});
