// npm start [-- --corpus X --only 03,04 --no-audio]: set-up, then the whole book.
// npm start -- experiment.json: set-up, then the experiments that the file names.
import { foreground } from "./setup/foreground.mjs";
import { setUp } from "./setup/set-up.mjs";

const given = process.argv.slice(2);
const verb = /\.jsonc?$/.test(given[0] ?? "") ? "run" : "notebooks";

await setUp();
process.exitCode = await foreground(process.execPath, ["scripts/ser.cjs", verb, ...given]);
