import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

export const root = resolve(import.meta.dirname, "..", "..");
const stamps = join(root, ".setup");

/**
 * A digest of everything that a step's result depends on; the checkout's path always belongs to it,
 * as .venv and the addon hold it.
 */
export function keyOf(...parts) {
  return createHash("sha256")
    .update(JSON.stringify([root, process.arch, ...parts]))
    .digest("hex");
}

/** Writes through a temporary name, so that an interrupted write leaves nothing half-done. */
export function writeAtomically(path, text) {
  writeFileSync(`${path}.${process.pid}.tmp`, text);
  renameSync(`${path}.${process.pid}.tmp`, path);
}

/**
 * Runs one step of the set-up unless it is done: says what it does, how long it took, or that it
 * was done before. `isDone` looks at the result itself; `key` (optional) must equal the one stamped
 * when the step last ended well.
 */
export async function step({ name, key, isDone, run }) {
  const stamp = join(stamps, `${name.replaceAll(" ", "-")}.key`);
  const stamped = !key || (existsSync(stamp) && readFileSync(stamp, "utf8") === key);
  if (stamped && isDone()) return say(name, "done before\n");
  rmSync(stamp, { force: true });
  const start = performance.now();
  const note = await run((what) => say(name, `${what} ...\n`));
  if (key) {
    mkdirSync(stamps, { recursive: true });
    writeAtomically(stamp, key);
  }
  say(name, `${note ?? "done"}, ${((performance.now() - start) / 1000).toFixed(1)} s\n`);
}

function say(name, text) {
  process.stderr.write(`set-up | ${name.padEnd(18)} | ${text}`);
}
