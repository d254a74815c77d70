import { loadRecording } from "../corpus/load-recording";
import type { Recording } from "../corpus/recording";
import { worstErrors } from "../evaluation/metrics/worst-errors";
import type { Run } from "../runs/run-files";
import { listen } from "./listen";
import { say } from "./say";
import { showTable } from "./show-table";

/**
 * Shows the wrong decisions of which a run was surest, worst first, as a table, and to be seen and
 * heard: each beside a neutral recording of the same speaker, where there is one.
 */
export async function showErrors(run: Run, recordings: readonly Recording[], count: number): Promise<void> {
  const worst = worstErrors(run.predictions, run.record.confusion.labels, count);
  if (worst.length === 0) return say("No decision was wrong.");
  const rows = worst.map(({ file, speaker, emotion, predicted, excess }) => ({
    ...{ file, speaker, meant: emotion, heard: predicted },
    "surer of the error by": excess,
  }));
  showTable(rows, { digits: 2 });
  const sides = worst.flatMap(({ file, emotion, predicted }) => {
    const recording = recordings.find((one) => one.file === file)!;
    const neutral = ownNeutral(recording, recordings);
    const error = { recording, caption: `${emotion}, taken for ${predicted}` };
    return neutral
      ? [error, { recording: neutral, caption: `speaker ${neutral.speaker}, neutral` }]
      : [error];
  });
  const heard = sides.map(async ({ recording, caption }) => ({
    caption: `${recording.file}: ${caption}`,
    waveform: await loadRecording(recording),
  }));
  if (heard.length)
    await listen(await Promise.all(heard), "What was heard wrongly", sides.length > count ? 2 : 1);
}

/**
 * A neutral recording of the same speaker, of the same words where there is one; never the
 * recording itself.
 */
function ownNeutral(error: Recording, recordings: readonly Recording[]): Recording | undefined {
  const own = recordings.filter(
    (one) => one.speaker === error.speaker && one.file !== error.file && /^neu/i.test(one.emotion),
  );
  return own.find(({ extra }) => extra.text !== undefined && extra.text === error.extra.text) ?? own[0];
}
