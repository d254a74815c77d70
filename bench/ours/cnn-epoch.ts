import { nodeBackend } from "../../src/lib/loading/node-backend";
import { createNetwork } from "../../src/lib/models/networks/create-network";
import { random } from "../../src/lib/numbers/random";
import { median } from "../median";

/**
 * Seconds of one training epoch of the cnn on log-mel matrices of 3 s, augmentation included: the
 * median of all but the first.
 */
async function main([recordings, epochs]: string[]): Promise<void> {
  await nodeBackend();
  const source = random("cnn epoch");
  const rows = Array.from({ length: Number(recordings) }, () => ({
    rows: 300,
    columns: 64,
    data: Float32Array.from({ length: 300 * 64 }, source.normal),
  }));
  const labels = rows.map((_, row) => "abcd"[row % 4]);
  const ends: number[] = [];
  const onProgress = () => ends.push(performance.now());
  const model = createNetwork("cnn", { epochs: Number(epochs), members: 1 });
  await model.fit(rows, labels, { seed: 0, speakers: labels, onProgress });
  const seconds = ends.slice(1).map((end, i) => (end - ends[i]) / 1000);
  console.log(JSON.stringify({ seconds: median(seconds) }));
}

main(process.argv.slice(2));
