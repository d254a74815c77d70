import { writeSync } from "node:fs";

/** Runs the command line in this process and prints the most memory that it held. */
process.on("exit", () => {
  writeSync(1, `${JSON.stringify({ peakMiB: process.resourceUsage().maxRSS / 1024 })}\n`);
});
require("../../src/ser");
