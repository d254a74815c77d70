import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { genuineFile } from "./genuine-file.mjs";
import { venvPython } from "./python.mjs";
import { succeeds } from "./run.mjs";
import { keyOf, root } from "./step.mjs";

const tfjs = join(root, "node_modules", "@tensorflow", "tfjs-node");
const deps = join(tfjs, "deps");
const addon = join(tfjs, "lib", "napi-v8", "tfjs_binding.node");
const wheelList = join(import.meta.dirname, "libtensorflow.txt");
const compiler = process.env.CXX ?? "g++";

/**
 * tfjs-node's native addon: its own installer, else built against libtensorflow from PyPI, else
 * none and plain JavaScript.
 */
export const tensorflow = {
  name: "TensorFlow addon",
  key: keyOf("tfjs-node"),
  isDone: () => existsSync(addon),
  async run(say) {
    if (await loads()) return "loads already";
    for (const folder of [deps, dirname(dirname(addon))]) rmSync(folder, { recursive: true, force: true });
    if (await installUpstream(say)) return "installed from its own store";
    const obstacle = await buildFromWheel(say);
    if (!obstacle) return "built against libtensorflow 2.15.1 from PyPI";
    return `WARNING: none, networks will train in plain JavaScript, slowly and shortened. ${obstacle}`;
  },
};

/**
 * Whether the addon loads and computes; Node 23 took util.isNullOrUndefined away, which it needs.
 */
function loads() {
  const code = `require("node:util").isNullOrUndefined ??= (x) => x == null;
    process.exit(require("@tensorflow/tfjs-node").matMul([[1, 2]], [[3], [4]]).dataSync()[0] === 11 ? 0 : 1)`;
  return succeeds("tensorflow-loads", process.execPath, ["-e", code], { minutes: 2 });
}

async function installUpstream(say) {
  if (!(await storeAnswers())) return false;
  say("tfjs-node's own installer");
  const bin = join(root, "node_modules", ".bin");
  const script = `process.chdir(${JSON.stringify(tfjs)}); require("./scripts/install.js")`;
  const env = { PATH: `${bin}:${process.env.PATH}` };
  const run = await succeeds("tensorflow-install", process.execPath, ["-e", script], { minutes: 10, env });
  return run && loads();
}

/**
 * Whether the store can be reached; a firewall that drops packets would hold the installer for
 * minutes. Behind a proxy only trying tells.
 */
function storeAnswers() {
  if (process.env.HTTPS_PROXY || process.env.https_proxy) return true;
  const socket = connect({ host: "storage.googleapis.com", port: 443, timeout: 5000 });
  return new Promise((answer) => {
    socket
      .once("connect", () => answer(true))
      .once("timeout", () => answer(false))
      .once("error", () => answer(false));
  }).finally(() => socket.destroy());
}

/**
 * Builds the addon against the libtensorflow of a PyPI wheel; resolves to what is in the way and
 * its cure, or to nothing.
 */
async function buildFromWheel(say) {
  if (process.platform !== "linux" || process.arch !== "x64") {
    return "Prebuilt TensorFlow is for Linux x64 here: bring storage.googleapis.com within reach, then npm run setup";
  }
  if (spawnSync(compiler, ["--version"]).status !== 0) {
    return "A C++ compiler is missing: sudo apt-get install g++ && npm run setup";
  }
  say("libtensorflow 2.15.1 from PyPI (207 MB, once)");
  const wheel = await download();
  if (!wheel) return "PyPI cannot be reached (.setup/tensorflow-download.log): npm run setup when it can";
  if (!(await unpack(wheel)))
    return "The wheel did not unpack (.setup/tensorflow-unpack.log) and was removed: npm run setup";
  say("compiling the addon");
  if (!(await compile())) return "It does not compile, see .setup/tensorflow-compile.log";
  return (await loads()) ? undefined : "It does not load, see .setup/tensorflow-loads.log";
}

/**
 * The path of the wheel in the project's cache folder (as src/lib/disk/paths.ts names it),
 * downloaded when it is not there or another one.
 */
async function download() {
  const caches = process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache");
  const folder = join(resolve(process.env.SER_CACHE ?? join(caches, "speech-emotion-notebooks")), "wheels");
  const cached = genuineWheel(folder);
  if (cached) return cached;
  const temporary = `${folder}.${process.pid}.tmp`;
  const target = ["--python-version", "3.11", "--only-binary=:all:", "--platform", "manylinux2014_x86_64"];
  const list = ["-r", wheelList, "--dest", temporary];
  const args = [
    "-m",
    "pip",
    "download",
    "--require-hashes",
    "--no-deps",
    "--no-cache-dir",
    ...target,
    ...list,
  ];
  const arrived = await succeeds("tensorflow-download", venvPython, args, { minutes: 20 });
  mkdirSync(folder, { recursive: true });
  if (arrived)
    for (const name of readdirSync(temporary)) renameSync(join(temporary, name), join(folder, name));
  rmSync(temporary, { recursive: true, force: true });
  return genuineWheel(folder);
}

/**
 * A wheel is made into a program that runs here: it is what the list names, each time that it is
 * used.
 */
const genuineWheel = (folder) =>
  genuineFile(folder, "tensorflow_cpu", readFileSync(wheelList, "utf8").match(/sha256:([0-9a-f]{64})/)[1]);

async function unpack(wheel) {
  const temporary = `${deps}.tmp`;
  rmSync(temporary, { recursive: true, force: true });
  const script = join(import.meta.dirname, "unpack-libtensorflow.py");
  const whole = await succeeds("tensorflow-unpack", venvPython, [script, wheel, temporary]);
  if (whole) renameSync(temporary, deps);
  else rmSync(wheel);
  return whole;
}

/**
 * The addon is plain Node-API, so two files, one compiler call and the headers of npm's
 * node-api-headers are enough.
 */
async function compile() {
  mkdirSync(dirname(addon), { recursive: true });
  const sources = ["tfjs_backend.cc", "tfjs_binding.cc"].map((name) => join(tfjs, "binding", name));
  const headers = [tfjs, join(deps, "include"), join(root, "node_modules", "node-api-headers", "include")];
  const link = [
    `-L${join(deps, "lib")}`,
    "-ltensorflow",
    "-ltensorflow_framework",
    "-Wl,-rpath,$ORIGIN/../../deps/lib",
  ];
  const flags = [
    "-O2",
    "-std=c++17",
    "-fPIC",
    "-shared",
    "-DNAPI_VERSION=8",
    ...headers.map((folder) => `-I${folder}`),
  ];
  const built = await succeeds("tensorflow-compile", compiler, [
    ...flags,
    ...sources,
    ...link,
    "-o",
    `${addon}.tmp`,
  ]);
  if (built) renameSync(`${addon}.tmp`, addon);
  return built;
}
