import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openCorpus } from "../../src/lib/corpus/open-corpus";

/**
 * Makes a folder of `count` links to the recordings of a corpus, over and over, with a manifest, as
 * if it were larger.
 */
async function main([where, count, folder]: string[]): Promise<void> {
  const { recordings } = await openCorpus(where);
  mkdirSync(folder, { recursive: true });
  const lines = Array.from({ length: Number(count) }, (_, i) => {
    const { path, emotion, speaker } = recordings[i % recordings.length];
    symlinkSync(path, join(folder, `${i}.wav`));
    return [`${i}.wav`, emotion, speaker].join(",");
  });
  writeFileSync(join(folder, "metadata.csv"), `${["file,emotion,speaker", ...lines].join("\n")}\n`);
}

main(process.argv.slice(2));
