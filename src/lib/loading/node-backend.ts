import util from "node:util";
import * as tf from "@tensorflow/tfjs";

/**
 * What computes the networks under Node: libtensorflow, or plain JavaScript, some hundred times
 * slower.
 */
export type NodeBackend = "tensorflow" | "cpu";

/**
 * One thread: results with more differ in the last bits with their number; whole folds run side by
 * side instead.
 */
const environment = {
  TF_NUM_INTRAOP_THREADS: "1",
  TF_NUM_INTEROP_THREADS: "1",
  TF_CPP_MIN_LOG_LEVEL: "2",
};

let chosen: Promise<NodeBackend> | undefined;

/**
 * Gives the networks their fastest backend under Node, once a process: tfjs-node's native one, or
 * the pure-JavaScript one with a warning that names the cure. In worker threads the settings reach
 * the library only if they share the environment of the process (`SHARE_ENV`).
 *
 * @example await nodeBackend() // "tensorflow"
 */
export function nodeBackend(): Promise<NodeBackend> {
  chosen ??= choose();
  return chosen;
}

async function choose(): Promise<NodeBackend> {
  // Read by libtensorflow when it is loaded.
  Object.assign(process.env, environment);
  const loaded = loadNative();
  if (!loaded) {
    // Silences the library's own advice, which names a cure that does not work.
    tf.enableProdMode();
    process.stderr.write(
      "warning: tfjs-node's native addon is missing, networks train in plain JavaScript and shorter; " +
        "to cure it, install g++ and run: npm run setup\n",
    );
  }
  const backend = loaded ? "tensorflow" : "cpu";
  await tf.setBackend(backend);
  return backend;
}

function loadNative(): boolean {
  // tfjs-node 4.22 calls this function, which Node 23 removed (tensorflow/tfjs#8609).
  const legacy = util as { isNullOrUndefined?: (value: unknown) => boolean };
  legacy.isNullOrUndefined ??= (value) => value === null || value === undefined;
  try {
    require("@tensorflow/tfjs-node");
    return true;
  } catch {
    return false;
  }
}
