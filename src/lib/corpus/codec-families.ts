import { spawnSync } from "node:child_process";
import type { AlterationFamily } from "../audio/alterations/alteration";
import { decodeWav } from "../audio/decode-wav";
import { encodeWav } from "../audio/encode-wav";
import { resample } from "../audio/resample";
import type { Waveform } from "../audio/waveform";
import { InputError } from "../check";

/** What ffmpeg is asked for. */
interface Codec {
  readonly encoder: string;
  readonly container: string;
  /** In Hz, where the codec has one rate only. */
  readonly sampleRate?: number;
}

const codecs = {
  mp3: { encoder: "libmp3lame", container: "mp3" },
  opus: { encoder: "libopus", container: "ogg" },
  gsm: { encoder: "libgsm", container: "gsm", sampleRate: 8000 },
} satisfies Record<string, Codec>;

/** In kbit/s. */
const rates = { unit: "kbit/s", allowed: [6, 320] } as const;

/** Lossy codecs by way of ffmpeg, as kinds of alteration. */
export const codecFamilies: Readonly<Record<string, AlterationFamily>> = {
  mp3: { ...rates, create: (kilobits) => (waveform) => transcoded(waveform, codecs.mp3, kilobits) },
  opus: { ...rates, create: (kilobits) => (waveform) => transcoded(waveform, codecs.opus, kilobits) },
  gsm: { create: () => (waveform) => transcoded(waveform, codecs.gsm) },
};

let version: string | undefined;

/** The version of ffmpeg, on which the coded sound depends; "none" where it is not installed. */
export function ffmpegVersion(): string {
  version ??= /^ffmpeg version (\S+)/.exec(
    spawnSync("ffmpeg", ["-version"], { encoding: "utf8" }).stdout ?? "",
  )?.[1];
  version ??= "none";
  return version;
}

/** Whether ffmpeg is there and has a codec's encoder; true for what is no codec. */
export function hasCodec(kind: string): boolean {
  if (!Object.hasOwn(codecs, kind)) return true;
  const { encoder } = codecs[kind as keyof typeof codecs];
  const { error, stdout } = spawnSync("ffmpeg", ["-hide_banner", "-encoders"], { encoding: "utf8" });
  return !error && stdout.includes(` ${encoder} `);
}

/** A recording after a codec, at its own rate, as long as before. */
function transcoded(
  waveform: Waveform,
  { encoder, container, sampleRate }: Codec,
  kilobits?: number,
): Waveform {
  const bitRate = kilobits === undefined ? [] : ["-b:a", `${kilobits}k`];
  const rate = sampleRate === undefined ? [] : ["-ar", String(sampleRate)];
  const plain = ["-fflags", "+bitexact", "-flags", "+bitexact"];
  const sound = encodeWav(waveform.samples, waveform.sampleRate);
  const coded = ffmpeg(
    ["-f", "wav", "-i", "pipe:0", "-c:a", encoder, ...bitRate, ...rate, ...plain, "-f", container, "pipe:1"],
    sound,
  );
  const wav = ffmpeg(
    ["-f", container, "-i", "pipe:0", "-c:a", "pcm_s16le", ...plain, "-f", "wav", "pipe:1"],
    coded,
  );
  const { samples } = resample(decodeWav(wav, "what ffmpeg decoded"), waveform.sampleRate);
  const out = new Float32Array(waveform.samples.length);
  out.set(samples.subarray(0, out.length));
  return { samples: out, sampleRate: waveform.sampleRate };
}

function ffmpeg(args: readonly string[], input: Uint8Array): Uint8Array {
  const { error, status, stdout, stderr } = spawnSync("ffmpeg", ["-v", "error", "-nostdin", ...args], {
    input,
    maxBuffer: 2 ** 30,
  });
  if (error || status !== 0)
    throw new InputError(`ffmpeg cannot code the sound: ${error?.message ?? String(stderr).trim()}`);
  return new Uint8Array(stdout);
}
