import { type ParsedAlteration, parseAlteration } from "../../audio/alterations/alterations";
import { resample } from "../../audio/resample";
import type { Waveform } from "../../audio/waveform";
import { codecFamilies, ffmpegVersion } from "../../corpus/codec-families";
import { loadRecording, type RecordingPart } from "../../corpus/load-recording";
import { digestBytes } from "../../disk/digest-file";
import { random } from "../../numbers/random";

/** Raised with every change of what an alteration gives: altered rows are then made anew. */
const ALTERATION_NUMBERS = 1;

/** Another sound that an alteration mixes in. */
export interface SoundToMix extends RecordingPart {
  /** Of the file's bytes. */
  readonly digest: string;
}

/** What is done to a recording before its features are taken; plain values for workers. */
export interface AlterationJob {
  /** Such as "white:20". */
  readonly name: string;
  /** The same seed and recording give the same sound, whatever the file is called. */
  readonly seed: number;
  readonly sounds: readonly SoundToMix[];
}

/**
 * Reads the name of an alteration, codecs included.
 *
 * @throws UsageError for an unknown kind or a wrong strength
 * @example readAlteration("mp3:32").kind // "mp3"
 */
export function readAlteration(name: string): ParsedAlteration {
  return parseAlteration(name, codecFamilies);
}

/**
 * What the cache knows an altered recording by.
 *
 * @param audio what it knows the recording itself by
 */
export function alteredDigest(audio: string, { name, seed, sounds }: AlterationJob): string {
  const codec = Object.hasOwn(codecFamilies, name.split(":")[0]) ? ffmpegVersion() : undefined;
  const mixed = sounds.map(({ digest }) => digest);
  const told = JSON.stringify([ALTERATION_NUMBERS, audio, name, seed, mixed, codec]);
  return digestBytes(new TextEncoder().encode(told));
}

/**
 * Alters a recording.
 *
 * @param audio what the cache knows it by: it seeds what is drawn
 */
export async function alterWaveform(
  waveform: Waveform,
  { name, seed, sounds }: AlterationJob,
  audio: string,
): Promise<Waveform> {
  const { family, strength } = readAlteration(name);
  const mixed: Waveform[] = [];
  for (const sound of sounds) mixed.push(resample(await loadRecording(sound), waveform.sampleRate));
  const source = random(`${seed} ${name} ${audio}`);
  return family.create(strength)(waveform, { source, sounds: mixed });
}
