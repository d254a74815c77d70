import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { projectRoot } from "../src/lib/disk/paths";

/** One thread each, for us and for the peers. */
const oneThread = {
  OMP_NUM_THREADS: "1",
  OPENBLAS_NUM_THREADS: "1",
  MKL_NUM_THREADS: "1",
  NUMBA_NUM_THREADS: "1",
  TF_NUM_INTRAOP_THREADS: "1",
  TF_NUM_INTEROP_THREADS: "1",
  TF_CPP_MIN_LOG_LEVEL: "3",
};

/**
 * What a child process took: as a whole, and what it says of itself in the last line of its output
 * (JSON).
 */
export interface ChildRun {
  readonly wallSeconds: number;
  readonly said: Readonly<Record<string, number>>;
}

/** Runs a program to its end and refuses a failure. */
export function runChild(program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildRun {
  const start = performance.now();
  const child = spawnSync(program, args, {
    cwd: projectRoot,
    encoding: "utf8",
    env: { ...process.env, ...oneThread, ...env },
    maxBuffer: 1 << 26,
  });
  const wallSeconds = (performance.now() - start) / 1000;
  if (child.status !== 0) throw new Error(`${program} ${args.join(" ")}\n${child.stderr}`);
  return { wallSeconds, said: lastJson(child.stdout) };
}

/** Our side of a measurement: a TypeScript file of `bench/ours` in a process of its own. */
export function runOurs(script: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildRun {
  return runChild(
    process.execPath,
    ["--require", "./src/lib/jobs/typescript.cjs", join("bench/ours", script), ...args],
    env,
  );
}

/** The command line, as a user would run it. */
export function runSer(args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildRun {
  return runChild(process.execPath, ["scripts/ser.cjs", ...args], env);
}

/** The peer's side: a Python file of `bench/peers`. */
export function runPeer(python: string, script: string, args: readonly string[]): ChildRun {
  return runChild(python, [join("bench/peers", script), ...args]);
}

function lastJson(output: string): Record<string, number> {
  const line = output.trimEnd().split("\n").at(-1) ?? "";
  return line.startsWith("{") ? JSON.parse(line) : {};
}
