import { spawn } from "node:child_process";
import { createWriteStream, mkdirSync } from "node:fs";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { root } from "./step.mjs";

/**
 * Runs a program to its end with its output in .setup/<log>.log and resolves to whether it ended
 * well. A program that cannot be started, or that takes longer than `minutes`, did not.
 */
export async function succeeds(log, command, args, { minutes = 10, env = {} } = {}) {
  mkdirSync(join(root, ".setup"), { recursive: true });
  const out = createWriteStream(join(root, ".setup", `${log}.log`));
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    timeout: minutes * 60_000,
  });
  child.stdout.pipe(out, { end: false });
  child.stderr.pipe(out, { end: false });
  const code = await new Promise((done) => child.once("error", () => done(-1)).once("close", done));
  out.end();
  await finished(out);
  return code === 0;
}

/** The same, but a failure ends the set-up with the log's place and what may cure it. */
export async function mustSucceed(log, command, args, cure, options) {
  if (await succeeds(log, command, args, options)) return;
  throw new Error(`${log} failed, see .setup/${log}.log. ${cure}`);
}
