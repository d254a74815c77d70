// What Jupyter starts, in the notebook's folder. Chapters import ./src/lib/..., so the kernel works
// in the project's root.
process.chdir(require("node:path").resolve(__dirname, "../../.."));
// libtensorflow greets on stderr, which no reader needs.
process.env.TF_CPP_MIN_LOG_LEVEL ??= "2";
require("../jobs/typescript.cjs");
const { startKernel } = require("./kernel/start-kernel.ts");

startKernel(process.argv[2]);
