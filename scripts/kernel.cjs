// Jupyter starts a kernel in the notebook's folder; chapters import ./src/lib/..., so tslab must start in the project's root.
process.chdir(require("node:path").resolve(__dirname, ".."));
require("tslab/dist/main").startKernel({ configPath: process.argv[2], enableFindLocal: false });
