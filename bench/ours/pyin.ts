import { readFileSync } from "node:fs";
import { decodeWav } from "../../src/lib/audio/decode-wav";
import { pyin } from "../../src/lib/features/pitch/pyin";

/**
 * pYIN over files, 65 to 600 Hz; prints the seconds of the loop, imports and a first warm-up file
 * left out.
 */
function main(files: readonly string[]): void {
  const track = (file: string) => {
    const { samples, sampleRate } = decodeWav(readFileSync(file), file);
    return pyin(samples, sampleRate, { fMin: 65, fMax: 600 });
  };
  track(files[0]);
  const start = performance.now();
  for (const file of files) track(file);
  console.log(JSON.stringify({ seconds: (performance.now() - start) / 1000 }));
}

main(process.argv.slice(2));
