import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { projectRoot, writeFile } from "../src/lib/disk/paths";

/**
 * A Python environment with pinned peers in `bench/.venv-<name>`, made on first use and again when
 * the list changed.
 *
 * @returns the path of its Python
 */
export function peerEnvironment(name: string, requirements: string): string {
  const folder = join(projectRoot, "bench", `.venv-${name}`);
  const list = join(projectRoot, "bench", requirements);
  const stamp = join(folder, "requirements-digest");
  const digest = createHash("sha256").update(readFileSync(list)).digest("hex");
  const python = join(folder, "bin", "python");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === digest) return python;
  console.error(`installing ${requirements} into bench/.venv-${name}`);
  rmSync(folder, { recursive: true, force: true });
  execFileSync("python3", ["-m", "venv", folder], { stdio: "inherit" });
  execFileSync(python, ["-m", "pip", "install", "--quiet", "-r", list], { stdio: "inherit" });
  writeFile(stamp, digest);
  return python;
}
