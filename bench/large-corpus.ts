import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { scaled } from "../src/lib/audio/alterations/level";
import { encodeWav } from "../src/lib/audio/encode-wav";
import { resample } from "../src/lib/audio/resample";
import type { Waveform } from "../src/lib/audio/waveform";
import { writeManifest } from "../src/lib/corpus/guess/write-manifest";
import { loadRecording } from "../src/lib/corpus/load-recording";
import { openCorpus } from "../src/lib/corpus/open-corpus";
import type { Recording } from "../src/lib/corpus/recording";

const [slowest, speedStep] = [0.86, 0.02];
const levelsDb = [0, -6, -12];
const ratesHz = [16000, 22050, 24000];
/** Parts of the length that are missing at the ends, so that no two sound the same. */
const missingShares = [0, 0.05, 0.1, 0.15];
/** So many speeds are one voice: 15 of them make 50 speakers of 10. */
const speedsOfVoice = 3;

/**
 * Makes a larger corpus of another one: `large-corpus.ts CORPUS FOLDER [COUNT = 5000]`. The
 * recordings are taken again and again, each time at another speed, level and sample rate, with
 * other ends, and under speaker names of their own. The same corpus gives the same bytes.
 */
async function main([where, folder, count = "5000"]: string[]): Promise<void> {
  const root = resolve(folder);
  const { recordings: originals } = await openCorpus(where);
  const made: Recording[] = [];
  for (let i = 0; i < Number(count); i++) {
    const [version, original] = [Math.floor(i / originals.length), originals[i % originals.length]];
    const voice = `${original.speaker}-${Math.floor(version / speedsOfVoice) + 1}`;
    const file = join(voice, `${i}.wav`);
    const { samples, sampleRate } = changed(await loadRecording(original), version);
    mkdirSync(join(root, voice), { recursive: true });
    writeFileSync(join(root, file), encodeWav(samples, sampleRate));
    made.push({ ...original, file, speaker: voice });
  }
  console.log(`${made.length} recordings: ${writeManifest({ root, recordings: made })}`);
}

/** Speed and rate are changed at once: played faster is read as if sampled more often. */
function changed({ samples, sampleRate }: Waveform, version: number): Waveform {
  const [start, end] = [version, Math.floor(version / missingShares.length)].map((step) =>
    Math.round(samples.length * missingShares[step % missingShares.length]),
  );
  const part = samples.slice(start, samples.length - end);
  const asIf = Math.round(sampleRate * (slowest + speedStep * version));
  const rateHz = ratesHz[version % ratesHz.length];
  const heard = resample({ samples: part, sampleRate: asIf }, rateHz);
  const levelDb = levelsDb[Math.floor(version / ratesHz.length) % levelsDb.length];
  return { samples: scaled(heard.samples, 10 ** (levelDb / 20)), sampleRate: rateHz };
}

main(process.argv.slice(2));
