import { join } from "node:path";
import { root } from "./setup/step.mjs";

const tool = (path, ...args) => [join(root, "node_modules", path), ...args];

/** What `npm run check` runs, quickest first: the arguments of Node for each. */
export const checks = [
  { name: "format and lint (Biome)", args: tool("@biomejs/biome/bin/biome", "check", "--error-on-warnings") },
  { name: "licences of what is installed", args: [join(root, "scripts", "licences.mjs")] },
  { name: "THIRD-PARTY.md is current", args: [join(root, "scripts", "third-party.mjs"), "--check"] },
  { name: "nothing unused (knip)", args: tool("knip/bin/knip.js", "--no-progress") },
  {
    name: "the house's rules (dependency-cruiser)",
    args: tool(
      "dependency-cruiser/bin/dependency-cruise.mjs",
      "--config",
      ".dependency-cruiser.cjs",
      "src",
      "bench",
    ),
  },
  { name: "types (TypeScript 5.9, strict)", args: tool("typescript/bin/tsc", "--noEmit", "-p", root) },
];
