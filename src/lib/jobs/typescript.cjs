// Lets Node require TypeScript: each file through esbuild as it is loaded, dynamic imports turned
// into lazy requires, which start a command in a third of the time that a module-loader hook takes.
// What esbuild made is kept under node_modules/.cache. Used by `node --require
// ./src/lib/jobs/typescript.cjs`.
const { createHash } = require("node:crypto");
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require("node:fs");
const { basename, join, resolve } = require("node:path");

const cache = resolve(__dirname, "../../..", "node_modules", ".cache", "typescript");
const options = {
  loader: "ts",
  format: "cjs",
  target: "node20",
  sourcemap: "inline",
  supported: { "dynamic-import": false },
};
const settings = JSON.stringify([options, require("esbuild/package.json").version]);

require.extensions[".ts"] = (module, path) => module._compile(transpiled(path), path);

function transpiled(path) {
  const source = readFileSync(path, "utf8");
  const sourcefile = basename(path); // the map is read beside the file, wherever the checkout lies
  const key = createHash("sha1").update(settings).update(sourcefile).update(source).digest("hex");
  const kept = join(cache, `${key}.cjs`);
  try {
    return readFileSync(kept, "utf8");
  } catch {
    const { code } = require("esbuild").transformSync(source, { ...options, sourcefile });
    keep(kept, code);
    return code;
  }
}

/**
 * Whole or not at all, as other processes read it; a folder that cannot be written costs time only.
 */
function keep(path, code) {
  try {
    mkdirSync(cache, { recursive: true });
    const temporary = `${path}.${process.pid}.tmp`;
    writeFileSync(temporary, code);
    renameSync(temporary, path);
  } catch {}
}
