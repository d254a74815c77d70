import type { Command } from "commander";
import type { Waveform } from "../lib/audio/waveform";
import type { SpeakerStatistics } from "../lib/models/normalization/speaker-statistics";
import type { SpeechModel } from "../lib/models/saved/speech-model";
import type { TimelineFormat } from "../lib/report/timeline/timeline-formats";
import { positiveInteger } from "./options/number-options";
import type { Output } from "./predictions/output";

interface Options {
  readonly model: string;
  readonly files?: string;
  readonly out?: string;
  readonly timeline?: string;
  readonly sameSpeaker?: boolean;
  readonly channel?: number;
}

/** What is done with each recording. */
interface Work {
  readonly speechModel: SpeechModel;
  readonly timeline?: TimelineFormat;
  readonly speaker?: SpeakerStatistics;
  /** Taken instead of the average, from 1. */
  readonly channel?: number;
}

/** `ser predict`. */
export function addPredict(program: Command): void {
  program
    .command("predict")
    .description("recognise recordings with a saved model: one JSON object a line")
    .requiredOption("--model <dir>", "folder of a saved model")
    .option("--files <list>", "a file with names of recordings, one a line; - for standard input")
    .option("--out <file>", "write there; what stands there already is not computed again")
    .option(
      "--timeline <format>",
      "the utterances of each recording with their times: jsonl, csv, rttm, textgrid or vtt",
    )
    .option(
      "--same-speaker",
      "the files are one speaker's: a model normalised by speaker learns the voice as it goes",
    )
    .option(
      "--channel <n>",
      "which channel of each recording, from 1 (default: all averaged)",
      positiveInteger,
    )
    .argument(
      "[recordings...]",
      "files, folders, patterns; - for standard input: a recording, or names one a line",
    )
    .action(predict);
}

async function predict(args: readonly string[], options: Options): Promise<void> {
  const timeline = await timelineFormat(options.timeline);
  const { syntheticMark } = await import("../lib/models/saved/synthetic-mark");
  const { namedSounds } = await import("./predictions/named-sounds");
  const { loadSpeechModel } = await import("../lib/loading/load-speech-model");
  const { SpeakerStatistics } = await import("../lib/models/normalization/speaker-statistics");
  const { files, missing, piped } = await namedSounds(args, options.files);
  const speechModel = await loadSpeechModel(options.model);
  const { note } = syntheticMark(speechModel.facts);
  if (note) console.error(note);
  const speaker = options.sameSpeaker ? new SpeakerStatistics() : undefined;
  const work = { speechModel, timeline, speaker, channel: options.channel };
  const output = await openOutput(options.out, files, work);
  const refused = [...missing];
  const tell = options.out ? await progress() : () => {};
  const isTogether = speechModel.recognizer.voices !== undefined && !timeline && files.length > 1;
  if (isTogether) {
    const { predictTogether } = await import("./predictions/predict-together");
    const hear = (file: string) => soundOf(file, file === "-" ? piped : undefined, work);
    const told = await predictTogether(
      speechModel,
      files,
      (file) => attempt(() => hear(file), file, refused),
      tell,
    );
    for (const [file, answer] of told) if (!output.has(file)) output.add(file, answer);
  }
  for (const [i, file] of isTogether ? [] : files.entries()) {
    // A voice that is learned as it goes is heard again: later answers follow from earlier
    // recordings.
    const isKept = output.has(file);
    if (!isKept || (speaker && !timeline)) {
      const text = await attempt(() => answer(file, file === "-" ? piped : undefined, work), file, refused);
      if (text !== undefined && !isKept) output.add(file, text);
    }
    tell(i + 1, files.length, "recordings");
  }
  if (speechModel.recognizer.normalize === "speaker") console.error(speakerNote(speaker?.recordings));
  if (speechModel.recognizer.voices && !isTogether) console.error(aloneNote);
  for (const sentence of refused) console.error(sentence);
  if (refused.length > 0) process.exitCode = 1;
}

async function timelineFormat(name: string | undefined): Promise<TimelineFormat | undefined> {
  if (name === undefined) return undefined;
  const { timelineFormats } = await import("../lib/report/timeline/timeline-formats");
  const { UsageError } = await import("../lib/check");
  if (Object.hasOwn(timelineFormats, name)) return timelineFormats[name];
  throw new UsageError(`--timeline ${name} must be one of ${Object.keys(timelineFormats).join(", ")}`);
}

async function openOutput(
  out: string | undefined,
  files: readonly string[],
  { timeline, speechModel }: Work,
): Promise<Output> {
  const { fileEach, lineFile, standardOutput } = await import("./predictions/output");
  const { UsageError } = await import("../lib/check");
  const { labels } = speechModel.recognizer;
  const header = timeline?.header?.(labels);
  if (timeline?.ending && out !== undefined) return fileEach(out, timeline.ending, files);
  if (timeline?.ending && files.length > 1)
    throw new UsageError(`a ${timeline.ending} file is of one recording; give a folder to --out`);
  if (out === undefined) return standardOutput(header);
  if (timeline?.nameOf === undefined) {
    return lineFile(out, { nameOf: (line) => answered(line, labels), start: '{"file":' });
  }
  const { nameOf, nameIn, start } = timeline;
  return lineFile(out, { nameOf, header, start, several: true }, nameIn);
}

/** The recording that a line answers for, where it is of a model with these labels. */
function answered(line: string, labels: readonly string[]): string | undefined {
  const { file, probabilities } = JSON.parse(line);
  const told = probabilities === null ? labels : Object.keys(probabilities);
  return told.join("\n") === labels.join("\n") ? file : undefined;
}

async function progress() {
  const { terminalProgress } = await import("../lib/report/terminal-progress");
  return terminalProgress();
}

/**
 * What the work gives; nothing where the recording cannot be answered, whose sentence goes to
 * `refused`.
 */
async function attempt<T>(work: () => Promise<T>, file: string, refused: string[]): Promise<T | undefined> {
  const { InputError } = await import("../lib/check");
  const { fileErrorText } = await import("../lib/disk/file-error-text");
  try {
    return await work();
  } catch (error) {
    const sentence = error instanceof InputError ? error.message : fileErrorText(error);
    if (sentence === undefined) throw error;
    refused.push(sentence.includes(file) ? sentence : `${file}: ${sentence}`);
    return undefined;
  }
}

async function soundOf(file: string, piped: Uint8Array | undefined, work: Work): Promise<Waveform> {
  const { readRecording } = await import("../lib/corpus/load-recording");
  const named = { path: file, file, channel: work.channel };
  return decoded(piped ?? readRecording(named), named);
}

/** A file and which of its channels is wanted. */
type NamedSound = { readonly path: string; readonly file: string; readonly channel?: number };

async function decoded(bytes: Uint8Array, named: NamedSound): Promise<Waveform> {
  const { decodeRecording } = await import("../lib/corpus/load-recording");
  const waveform = await decodeRecording(bytes, named);
  for (const note of waveform.notes) console.error(`${named.file}: ${note}`);
  return waveform;
}

async function answer(file: string, piped: Uint8Array | undefined, work: Work): Promise<string> {
  const { readRecording } = await import("../lib/corpus/load-recording");
  const { isLong } = await import("../lib/corpus/recording-pieces");
  const named = { path: file, file, channel: work.channel };
  const bytes = piped ?? readRecording(named);
  if (work.timeline && isLong(bytes, file)) return longTimelineText(bytes, named, work);
  const waveform = await decoded(bytes, named);
  return work.timeline ? timelineText(file, waveform, work) : answerLine(file, waveform, work);
}

async function answerLine(file: string, waveform: Waveform, { speechModel, speaker }: Work): Promise<string> {
  const { answerRecording } = await import("../lib/live/answer-recording");
  const told = await answerRecording(speechModel, waveform, speaker);
  for (const difference of told.differences ?? []) console.error(`${file}: ${difference}`);
  return `${JSON.stringify({ file, ...told })}\n`;
}

async function timelineText(
  file: string,
  waveform: Waveform,
  { speechModel, speaker, timeline }: Work,
): Promise<string> {
  const { recognizeUtterances } = await import("../lib/live/recognize-utterances");
  const entries = await recognizeUtterances(speechModel, waveform, speaker !== undefined);
  if (entries.length === 0) console.error(`${file}: no speech found`);
  const durationSeconds = waveform.samples.length / waveform.sampleRate;
  return timeline!.text({ file, durationSeconds, entries }, speechModel.recognizer.labels);
}

/** Of hours of sound ten minutes are held at a time. */
async function longTimelineText(
  bytes: Uint8Array,
  named: NamedSound,
  { speechModel, speaker, timeline }: Work,
): Promise<string> {
  const { recognizePieces } = await import("../lib/live/recognize-pieces");
  const { recordingPieces } = await import("../lib/corpus/recording-pieces");
  const { readSoundHeader } = await import("../lib/audio/read-sound-header");
  const { file } = named;
  const { seconds: durationSeconds = 0 } = readSoundHeader(bytes, file);
  const entries = await recognizePieces(speechModel, recordingPieces(bytes, named), speaker !== undefined);
  if (entries.length === 0) console.error(`${file}: no speech found`);
  return timeline!.text({ file, durationSeconds, entries }, speechModel.recognizer.labels);
}
const aloneNote =
  "The model was trained with normalisation by what sounds like one speaker; a recording alone, and utterances, go by the training recordings.";

/** What a model normalised by speaker went by. */
function speakerNote(recordings: number | undefined): string {
  if (recordings === undefined) {
    return "The model was trained with normalisation by speaker; without --same-speaker it goes by the training recordings.";
  }
  return `The model was trained with normalisation by speaker: the speaker's own ${recordings} recordings, as they came, were blended with the training statistics, which count as 8.`;
}
