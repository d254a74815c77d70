// npm start [-- --corpus X --only 03,04 --no-audio]: set-up, then the whole book.
import { foreground } from "./setup/foreground.mjs";
import { setUp } from "./setup/set-up.mjs";

await setUp();
process.exitCode = await foreground(process.execPath, [
  "scripts/ser.cjs",
  "notebooks",
  ...process.argv.slice(2),
]);
