import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { mustSucceed } from "./run.mjs";
import { root } from "./step.mjs";

/**
 * Packages of a lock file that this machine must have: name and version by path. Optional ones are
 * for other platforms.
 */
function locked(path) {
  if (!existsSync(path)) return new Map();
  const entries = Object.entries(JSON.parse(readFileSync(path, "utf8")).packages);
  return new Map(entries.filter(([where]) => where !== "").map(([where, entry]) => [where, entry]));
}

/**
 * Whether node_modules holds what package-lock.json asks for; npm writes its own lock there when it
 * has ended well.
 */
function complete() {
  const installed = locked(join(root, "node_modules", ".package-lock.json"));
  for (const [where, { version, optional }] of locked(join(root, "package-lock.json"))) {
    if (optional && !installed.has(where)) continue;
    if (installed.get(where)?.version !== version) return false;
    if (!existsSync(join(root, where, "package.json"))) return false;
  }
  return true;
}

/** npm packages from the lock file. */
export const packages = {
  name: "npm packages",
  isDone: complete,
  async run(say) {
    say("npm ci");
    const npm = process.env.npm_execpath;
    const [command, first] = npm ? [process.execPath, [npm]] : ["npm", []];
    const cure = "Is the npm registry within reach? Then start this again.";
    const env = { npm_config_loglevel: "notice" };
    await mustSucceed("npm-ci", command, [...first, "ci"], cure, { minutes: 20, env });
  },
};
