// Jupyter starts a kernel in the notebook's folder; chapters import ./src/lib/..., so tslab must start in the project's root.
process.chdir(require("node:path").resolve(__dirname, "../../.."));
// libtensorflow greets on stderr, which no reader needs.
process.env.TF_CPP_MIN_LOG_LEVEL ??= "2";
// tslab stops at "Unexpected pending rebuildTimer" when files appear beside the ones it knows, which chapters make happen: watch no
// folders. Files that a cell imported are still watched, so an edit is seen when the cell runs again.
require("@tslab/typescript-for-tslab").sys.watchDirectory = () => ({ close() {} });
require("tslab/dist/main").startKernel({ configPath: process.argv[2], enableFindLocal: false });
