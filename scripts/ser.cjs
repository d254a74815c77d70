// The command line's quickest start: TypeScript through tsx's CommonJS half alone. Under npm, relative paths start where npm was called.
const root = require("node:path").resolve(__dirname, "..");
require("tsx/cjs/api").register();
if (process.cwd() === root && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
require("../src/ser.ts");
