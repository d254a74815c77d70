import { InputError } from "../../check";
import { digestOf } from "../../corpus/digest-of";
import type { CheckedRecording } from "../../corpus/recording";
import { digestFile } from "../../disk/digest-file";
import { type Random, random } from "../../numbers/random";
import { type AlterationJob, readAlteration, type SoundToMix } from "./alteration-job";

/** Voices that babble, as in audEERING's ser-tests. */
const [fewestVoices, mostVoices] = [4, 7];

/** What recordings are altered by. */
export interface AlterationOptions {
  readonly seed: number;
  /** Files of noise, for the kind "noise". */
  readonly noiseFiles?: readonly string[];
}

/**
 * The alteration of each recording, with the sounds that it mixes in: voices of other speakers, or
 * one noise.
 *
 * @param nameOf such as "babble:10"
 * @throws InputError where a babble has no other speaker, or no noise is given
 */
export function alterationJobs(
  recordings: readonly CheckedRecording[],
  nameOf: (recording: CheckedRecording) => string,
  { seed, noiseFiles = [] }: AlterationOptions,
): AlterationJob[] {
  const noises = new Map<string, SoundToMix>();
  return recordings.map((recording) => {
    const name = nameOf(recording);
    const { takes } = readAlteration(name).family;
    const source = random(`${seed} sounds ${name} ${recording.file}`);
    if (takes === "voices") return { name, seed, sounds: otherVoices(recording, recordings, source) };
    if (takes === "noise") return { name, seed, sounds: [oneNoise(noiseFiles, noises, source)] };
    return { name, seed, sounds: [] };
  });
}

function otherVoices(
  { speaker, file }: CheckedRecording,
  recordings: readonly CheckedRecording[],
  source: Random,
): SoundToMix[] {
  const others = recordings.filter((other) => other.speaker !== speaker);
  if (others.length === 0)
    throw new InputError(`${file}: babble takes voices of other speakers, and there are none`);
  const count = fewestVoices + source.integer(mostVoices - fewestVoices + 1);
  return Array.from({ length: count }, () => {
    const other = others[source.integer(others.length)];
    const { startSeconds, endSeconds, channel } = other;
    return { file: other.file, path: other.path, startSeconds, endSeconds, channel, digest: digestOf(other) };
  });
}

function oneNoise(files: readonly string[], known: Map<string, SoundToMix>, source: Random): SoundToMix {
  if (files.length === 0)
    throw new InputError("the condition noise takes sounds from a folder: name it by --noise");
  const file = files[source.integer(files.length)];
  const sound = known.get(file) ?? { file, path: file, digest: digestFile(file) };
  known.set(file, sound);
  return sound;
}
