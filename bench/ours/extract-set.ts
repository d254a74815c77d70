import { readFileSync } from "node:fs";
import { decodeWav } from "../../src/lib/audio/decode-wav";
import { loadFeatureSet } from "../../src/lib/loading/load-feature-set";

/**
 * A feature set over the files named, reading included; prints the seconds of the loop, imports and
 * a first warm-up file left out.
 */
async function main([name, ...files]: string[]): Promise<void> {
  const set = await loadFeatureSet(name);
  const extract = async (file: string) => set.extract(decodeWav(readFileSync(file), file));
  await extract(files[0]);
  const start = performance.now();
  for (const file of files) await extract(file);
  console.log(JSON.stringify({ seconds: (performance.now() - start) / 1000 }));
}

main(process.argv.slice(2));
