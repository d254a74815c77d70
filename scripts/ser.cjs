// The command line's quickest start: TypeScript as it is required. Under npm, relative paths start
// where npm was called.
const root = require("node:path").resolve(__dirname, "..");
require("../src/lib/jobs/typescript.cjs");
if (process.cwd() === root && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
require("../src/ser.ts");
