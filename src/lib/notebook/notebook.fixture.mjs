import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder that is gone after the test file. */
export const scratchFolder = (name) => mkdtempSync(join(tmpdir(), `ser-${name}-`));

/**
 * Writes a notebook of code cells; one that starts with # is a Markdown cell, one with let the cell
 * of parameters.
 */
export function writeNotebook(path, sources) {
  const cells = sources.map((source, i) =>
    source.startsWith("#")
      ? { cell_type: "markdown", id: `cell-${i}`, metadata: {}, source }
      : {
          cell_type: "code",
          ...{ id: `cell-${i}`, metadata: source.startsWith("let ") ? { tags: ["parameters"] } : {} },
          ...{ execution_count: null, outputs: [], source },
        },
  );
  const kernelspec = {
    display_name: "TypeScript (Speech Emotion)",
    language: "typescript",
    name: "speech-emotion",
  };
  const metadata = { kernelspec, language_info: { name: "typescript", file_extension: ".ts" } };
  writeFileSync(path, JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }));
  return path;
}
