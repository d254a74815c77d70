import { InputError } from "../../check";
import { checkSampleRate } from "../check-sample-rate";
import type { DecodeOptions, SoundHeader } from "./sound-file";

/** More microphones than speech is recorded with. */
const mostChannels = 8;

/** Samples that one recording may give: 35 minutes at 16 kHz, 128 MiB of floating point. */
export const mostSamples = 2 ** 25;

/**
 * Refuses what a header promises, before anything is decoded: a rate outside of 4,000 to 192,000
 * Hz, more than 8 channels, more sound than is taken.
 *
 * @param name of the file, for errors
 * @throws InputError with the value and what is allowed
 */
export function checkHeader(header: SoundHeader, name: string, options: DecodeOptions = {}): void {
  const { channels, sampleRate, seconds = 0 } = header;
  checkChannels(channels, name);
  checkSampleRate(sampleRate, name);
  const { channel } = options;
  if (channel !== undefined && !(Number.isInteger(channel) && channel >= 1 && channel <= channels)) {
    throw new InputError(`${name}: channel ${channel} is not there, the file has ${channels}; count from 1`);
  }
  const { startSeconds = 0, endSeconds = Number.POSITIVE_INFINITY } = options;
  checkSampleCount(wantedSeconds(seconds, startSeconds, endSeconds) * sampleRate, sampleRate, name, options);
}

/** @throws InputError for none, and for more than 8 */
export function checkChannels(channels: number, name: string): void {
  if (channels >= 1 && channels <= mostChannels) return;
  throw new InputError(
    `${name}: the header says ${channels} channels, from 1 to ${mostChannels} are taken; write the file again`,
  );
}

function wantedSeconds(seconds: number, startSeconds: number, endSeconds: number): number {
  return Math.max(0, Math.min(seconds, endSeconds) - startSeconds);
}

/** @throws InputError where so many samples are more than is taken */
export function checkSampleCount(
  samples: number,
  sampleRate: number,
  name: string,
  { maxSeconds = Number.POSITIVE_INFINITY }: DecodeOptions = {},
): void {
  if (samples > maxSeconds * sampleRate) {
    throw new InputError(`${name} lasts more than ${maxSeconds} s, which is the most that is taken; cut it`);
  }
  if (samples <= mostSamples) return;
  const minutes = Math.floor(mostSamples / sampleRate / 60);
  const resampled = sampleRate > 16000 ? ", resample it to 16000 Hz" : "";
  throw new InputError(
    `${name} lasts more than ${minutes} minutes at ${sampleRate} Hz, which is the most that is taken at once; ` +
      `cut it${resampled}, or let ser predict --timeline find its utterances`,
  );
}
