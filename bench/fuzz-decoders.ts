import { decodeSound } from "../src/lib/audio/decode-sound";
import { mutatedSound, soundFiles } from "../src/lib/audio/formats/mutations";
import { InputError } from "../src/lib/check";

const count = Number(process.argv[2] ?? 2000);
const mebibyte = 2 ** 20;

/**
 * Damages a file of each format so many times: each must end in an answer or one sentence, soon and
 * small.
 */
async function main(): Promise<void> {
  console.log(
    "| format | decoded | refused | crashed | longest | memory |\n| --- | --- | --- | --- | --- | --- |",
  );
  for (const [name, file] of Object.entries(soundFiles())) {
    console.log(`| ${(await fuzz(name, file)).join(" | ")} |`);
  }
}

async function fuzz(name: string, file: Uint8Array): Promise<string[]> {
  await decodeSound(file, name);
  const before = process.memoryUsage.rss();
  let [decoded, refused, crashed, longest, memory] = [0, 0, 0, 0, 0];
  for (let i = 0; i < count; i++) {
    const start = performance.now();
    try {
      await decodeSound(mutatedSound(file, `${name} ${i}`), "the recording", { maxSeconds: 600 });
      decoded++;
    } catch (error) {
      if (error instanceof InputError && !error.message.includes("\n")) refused++;
      else {
        crashed++;
        console.error(`${name} ${i}:`, error);
      }
    }
    longest = Math.max(longest, performance.now() - start);
    memory = Math.max(memory, process.memoryUsage.rss() - before);
  }
  const cost = [`${longest.toFixed(0)} ms`, `${(memory / mebibyte).toFixed(0)} MiB`];
  return [name, ...[decoded, refused, crashed].map(String), ...cost];
}

main();
