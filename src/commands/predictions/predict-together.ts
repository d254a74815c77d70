import type { Waveform } from "../../lib/audio/waveform";
import type { HeardRecording } from "../../lib/live/answer-together";
import type { SpeechModel } from "../../lib/models/saved/speech-model";

/**
 * The lines that answer for recordings that are recognised together, by file; which of them sound
 * like one speaker goes to stderr.
 *
 * @param hear gives nothing for a recording that cannot be read
 */
export async function predictTogether(
  speechModel: SpeechModel,
  files: readonly string[],
  hear: (file: string) => Promise<Waveform | undefined>,
  tell: (done: number, total: number, note: string) => void,
): Promise<Map<string, string>> {
  const { answerTogether, hearRecording } = await import("../../lib/live/answer-together");
  const heard = new Map<string, HeardRecording>();
  for (const [i, file] of files.entries()) {
    const waveform = await hear(file);
    if (waveform) heard.set(file, await hearRecording(speechModel, waveform));
    tell(i + 1, files.length, "recordings");
  }
  const answers = await answerTogether(speechModel, [...heard.values()]);
  const named = [...heard.keys()].map((file, i) => ({ file, ...answers[i] }));
  console.error(voicesNote(named.flatMap(({ voice }) => voice ?? [])));
  for (const { file, differences } of named)
    for (const difference of differences ?? []) console.error(`${file}: ${difference}`);
  return new Map(named.map((told) => [told.file, `${JSON.stringify(told)}\n`]));
}

function voicesNote(voices: readonly number[]): string {
  if (voices.length === 0)
    return "Fewer than two recordings could be answered: they go by the training recordings.";
  const counts = [...new Set(voices)].map((voice) => voices.filter((other) => other === voice).length);
  const sizes = counts.sort((a, b) => b - a).join(", ");
  return counts.length === 1
    ? `The ${voices.length} recordings sound like one speaker and were normalised by that.`
    : `The ${voices.length} recordings sound like ${counts.length} speakers (${sizes} recordings) and were normalised by that.`;
}
