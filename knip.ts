import type { KnipConfig } from "knip";
import { entryPoints } from "./typedoc.json";

/** The imports of a chapter's cells, as a file in notebooks/ would write them: what a chapter imports is used. */
function importsOf(notebook: string): string {
  const { cells } = JSON.parse(notebook) as { cells: { cell_type: string; source: string | string[] }[] };
  const code = cells
    .filter((cell) => cell.cell_type === "code")
    .map(({ source }) => [source].flat().join(""));
  const imports = code.flatMap((text) => text.match(/^import [^;]*;/gm) ?? []);
  return imports.join("\n").replaceAll('"./src/', '"../src/');
}

export default {
  entry: [
    // the API page
    ...entryPoints,
    "scripts/*.{mjs,cjs}",
    "src/lib/notebook/**/*.cjs",
    "src/ser.ts",
    "src/lib/jobs/worker.ts",
    // what workers of a queue load by file
    "src/lib/{dataset/extract-into-cache,evaluation/fit-kept-fold}.ts",
    "src/page/{service-page,site-page,capture-worklet,decoder-worker}.ts",
    "src/page/sources/recognizer-worker.ts",
    "bench/**/*.ts",
    "notebooks/*.ipynb",
  ],
  project: [
    "src/**/*.{ts,mjs,cjs}",
    "!src/**/*.assembly.ts",
    "!src/**/*.{test,fixture}.*",
    "scripts/**/*.{mjs,cjs}",
    "bench/**/*.ts",
    "notebooks/*.ipynb",
  ],
  tags: ["-internal"],
  // looked for on the PATH, and done without where they are not
  ignoreBinaries: ["ffmpeg", "ffprobe", "redis-server"],
  compilers: { ipynb: importsOf },
  ignoreExportsUsedInFile: { interface: true, type: true },
  ignoreDependencies: [
    // used by tests, which are no entries, or named by path or at run time: scripts/checks.mjs, scripts/setup/tensorflow.mjs, report's fonts and Plotly's source
    "@biomejs/biome",
    "dejavu-fonts-ttf",
    "dependency-cruiser",
    "libsvm-js",
    "node-api-headers",
    "plotly.js-dist-min",
    // comes with tslab, whose compiler must be the one that is set
    "@tslab/typescript-for-tslab",
  ],
} satisfies KnipConfig;
