import { spawn } from "node:child_process";
import { root } from "./step.mjs";

/** Runs a program of the project with the terminal's own streams; resolves to its exit code. */
export function foreground(command, args, options = {}) {
  const child = spawn(command, args, { cwd: root, stdio: "inherit", ...options });
  const code = (number, signal) => number ?? (signal === "SIGINT" ? 130 : 1);
  return new Promise((done, fail) => {
    child.once("error", fail).once("close", (number, signal) => done(code(number, signal)));
  });
}
