// run-notebook.cjs SOURCE.ipynb TARGET.ipynb: a chapter in a process of its own. Exit code 1 at the
// first cell that fails.
const { basename, resolve } = require("node:path");
require("../jobs/typescript.cjs");
const { runNotebook } = require("./run-notebook.ts");

process.env.TF_CPP_MIN_LOG_LEVEL ??= "2";
const [source, target] = process.argv.slice(2).map((path) => resolve(path));
const terminal = process.stderr.write.bind(process.stderr);

let state = { cell: 0, cells: 0 };

function stop(reason) {
  terminal(`${basename(source)}: cell ${state.cell} of ${state.cells} failed: ${reason?.stack ?? reason}\n`);
  process.exit(1);
}

process.on("unhandledRejection", stop).on("uncaughtException", stop);
runNotebook(source, target, (now) => {
  state = now;
  process.send?.(now);
}).then((why) => (why ? stop(why) : process.exit(0)));
