// Lets Node require TypeScript: each file through esbuild as it is loaded, dynamic imports turned into lazy requires, which
// start a command in a third of the time that a module-loader hook takes. Used by `node --require ./scripts/typescript.cjs`.
const { readFileSync } = require("node:fs");
const { transformSync } = require("esbuild");

const options = {
  loader: "ts",
  format: "cjs",
  target: "node20",
  sourcemap: "inline",
  supported: { "dynamic-import": false },
};

require.extensions[".ts"] = (module, path) => {
  const { code } = transformSync(readFileSync(path, "utf8"), { ...options, sourcefile: path });
  module._compile(code, path);
};
