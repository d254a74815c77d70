import { encodeWav } from "../lib/audio/encode-wav";
import type { Waveform } from "../lib/audio/waveform";
import { InputError } from "../lib/check";

/** What decoders of browsers are asked for; they resample to it. */
const sampleRate = 48000;

/**
 * Decodes by the browser what our decoders do not: M4A, WebM and what else it plays. Channels are
 * averaged.
 *
 * @returns the waveform, and the same as a WAV file, which every service takes
 * @throws InputError where the browser cannot, too
 */
export async function decodeInBrowser(
  name: string,
  bytes: Uint8Array,
  format: string,
): Promise<{ waveform: Waveform; bytes: Uint8Array }> {
  const context = new OfflineAudioContext(1, 1, sampleRate);
  const copy = bytes.slice().buffer as ArrayBuffer; // the decoder takes the bytes away
  const sound = await context.decodeAudioData(copy).catch(() => {
    throw new InputError(
      `${name} is ${format}, which neither this page nor this browser decodes; convert it to WAV or FLAC`,
    );
  });
  const samples = averaged(sound);
  return { waveform: { samples, sampleRate }, bytes: encodeWav(samples, sampleRate) };
}

function averaged(sound: AudioBuffer): Float32Array {
  const mean = new Float32Array(sound.length);
  for (let channel = 0; channel < sound.numberOfChannels; channel++) {
    const samples = sound.getChannelData(channel);
    for (let i = 0; i < mean.length; i++) mean[i] += samples[i] / sound.numberOfChannels;
  }
  return mean;
}
