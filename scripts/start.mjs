// npm start [-- --corpus X --only 03,04 --no-audio]: set-up, then the whole book. npm start --
// experiment.json: set-up, the experiments that the file names, then the book on its corpora.
import { foreground } from "./setup/foreground.mjs";
import { setUp } from "./setup/set-up.mjs";

const given = process.argv.slice(2);
const options = /\.jsonc?$/i.test(given[0] ?? "") ? ["--experiment", ...given] : given;

await setUp();
process.exitCode = await foreground(process.execPath, ["scripts/ser.cjs", "notebooks", ...options]);
