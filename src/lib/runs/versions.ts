import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../disk/paths";

/** Packages whose numbers go into results. */
const computing = [
  "@tensorflow/tfjs",
  "@tensorflow/tfjs-node",
  "fft.js",
  "meyda",
  "seedrandom",
  "wav-decoder",
];

/**
 * Versions of what computes: the project, Node, and the packages whose numbers go into results, as
 * package.json pins them.
 */
export function versions(): Record<string, string> {
  const { version, dependencies } = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8"));
  const packages = computing.map((name) => [name, dependencies[name] as string]);
  return {
    "speech-emotion-notebooks": version,
    node: process.versions.node,
    ...Object.fromEntries(packages),
  };
}
