import type { Command } from "commander";
import { inFile } from "../lib/check";

/** `ser predict`. */
export function addPredict(program: Command): void {
  program
    .command("predict")
    .description("recognise recordings with a saved model: one JSON object a line")
    .requiredOption("--model <dir>", "folder of a saved model")
    .option(
      "--same-speaker",
      "the files are one speaker's: a model normalised by speaker learns the voice as it goes",
    )
    .argument("<file...>", "recordings")
    .action(async (files: string[], { model, sameSpeaker }) => {
      const { loadSpeechModel } = await import("../lib/loading/load-speech-model");
      const { inspectRecording } = await import("../lib/corpus/health/inspect-recording");
      const { loadRecording } = await import("../lib/corpus/load-recording");
      const { answerRecording } = await import("../lib/live/answer-recording");
      const { SpeakerStatistics } = await import("../lib/models/normalization/speaker-statistics");
      const speechModel = await loadSpeechModel(model);
      if (speechModel.facts.corpus.synthetic) console.error(syntheticNote);
      const speaker = sameSpeaker ? new SpeakerStatistics() : undefined;
      for (const file of files) inspectRecording({ path: file, file });
      for (const file of files) {
        const waveform = await loadRecording({ path: file, file });
        for (const note of waveform.notes) console.error(`${file}: ${note}`);
        const answer = await answerRecording(speechModel, waveform, speaker).catch((error) => {
          throw inFile(error, file);
        });
        console.log(JSON.stringify({ file, ...answer }));
        for (const difference of answer.differences ?? []) console.error(`${file}: ${difference}`);
      }
      if (speechModel.recognizer.normalize === "speaker") console.error(speakerNote(speaker?.recordings));
    });
}

const syntheticNote = "The model learned from synthetic voices: what it says of people means little.";

/** What a model normalised by speaker went by. */
function speakerNote(recordings: number | undefined): string {
  if (recordings === undefined) {
    return "The model was trained with normalisation by speaker; without --same-speaker it goes by the training recordings.";
  }
  return `The model was trained with normalisation by speaker: the speaker's own ${recordings} recordings, as they came, were blended with the training statistics, which count as 8.`;
}
