import { encodeWav } from "../../src/lib/audio/encode-wav";
import { resample } from "../../src/lib/audio/resample";
import { wavFile } from "../../src/lib/audio/wav-file";
import { embeddedUtterances, speakUtterance } from "../../src/lib/synthesis/embedded-corpus";
import { constantFlac } from "../../src/service/recordings/constant-flac";
import { longMp3 } from "./long-mp3";
import { longOpus, longVorbis } from "./long-ogg";

const mebibyte = 2 ** 20;
/** A service takes files up to so much. */
const largestFile = 50 * mebibyte;

/**
 * Small files that decode to much, and large ones that hold nothing, by name; each made when it is
 * asked for.
 */
export const hostileSounds: Readonly<Record<string, () => Uint8Array>> = {
  "FLAC, 62 kB, 8 channels, hours": () => constantFlac({ channels: 8, sampleRate: 48000, frames: 1400 }),
  "FLAC, mono, hours": () => constantFlac({ channels: 1, sampleRate: 8000, frames: 3600 }),
  "FLAC, mono, 597 s at 192 kHz": () => constantFlac({ channels: 1, sampleRate: 192000, frames: 1749 }),
  "FLAC, 8 channels, 600 s at 55 kHz": () => constantFlac({ channels: 8, sampleRate: 55000, frames: 503 }),
  "Opus, 255 channels": () => longOpus(255, 60),
  "Opus, 8 channels, hours": () => longOpus(8, 3600 * 3),
  "Opus, 8 channels, hours, told as 60 s": () => longOpus(8, 3600 * 3, 60),
  "Vorbis, hours": () => longVorbis(3600 * 3),
  "Vorbis, hours, told as 60 s": () => longVorbis(3600 * 3, 60),
  "MP3, hours": () => longMp3(3600 * 3),
  "WAV, 50 MiB of empty chunks": emptyChunks,
  "WAV, 3.6 h at 4 kHz": () =>
    plainWav({ channels: 1, sampleRate: 4000, bytesPerSample: 1 }, largestFile - 100),
  "WAV, 60,000 channels": () => plainWav({ channels: 60000, sampleRate: 16000, bytesPerSample: 1 }, 600000),
  "WAV, blocks of 65,536 bytes": () =>
    plainWav({ channels: 8192, sampleRate: 16000, bytesPerSample: 8 }, 655360),
};

/** Files within every limit that cost the most that a recording may. */
export const longestSounds: Readonly<Record<string, () => Uint8Array>> = {
  "WAV, ten minutes of speech at 16 kHz": () => tenMinutes(16000),
  "WAV, ten minutes of speech at 43 kHz": () => tenMinutes(43000),
  "FLAC, mono, ten minutes at 55 kHz": () => constantFlac({ channels: 1, sampleRate: 55000, frames: 503 }),
  "WAV, 8 bit, ten minutes at 55 kHz": () =>
    plainWav({ channels: 1, sampleRate: 55000, bytesPerSample: 1 }, 55000 * 599),
};

function plainWav(header: { channels: number; sampleRate: number; bytesPerSample: number }, bytes: number) {
  return new Uint8Array(
    wavFile(
      { format: 1, ...header },
      new Uint8Array(bytes).map((_, i) => 120 + (i % 16)),
    ),
  );
}

function emptyChunks(): Uint8Array {
  const file = new Uint8Array(largestFile - 100);
  const head = plainWav({ channels: 1, sampleRate: 16000, bytesPerSample: 2 }, 0).subarray(0, 36);
  const chunk = Uint8Array.from([...Buffer.from("junk"), 0, 0, 0, 0]);
  for (let at = 36; at + 8 <= file.length; at += 8) file.set(chunk, at);
  file.set(head);
  return file;
}

/** Embedded utterances over and over. */
function tenMinutes(sampleRate: number): Uint8Array {
  const spoken = embeddedUtterances().slice(0, 12).map(speakUtterance);
  const voices = spoken.map(({ waveform }) => resample(waveform, sampleRate).samples);
  const samples = new Float32Array(599 * sampleRate);
  for (let at = 0, i = 0; at < samples.length; i++) {
    const voice = voices[i % voices.length];
    samples.set(voice.subarray(0, samples.length - at), at);
    at += voice.length;
  }
  return encodeWav(samples, sampleRate);
}
