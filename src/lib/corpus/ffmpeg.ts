import { spawn, spawnSync } from "node:child_process";
import { checkHeader } from "../audio/formats/decode-bounds";
import { type BlockDecoder, frameDecoder } from "../audio/formats/pcm/block-decoder";
import { integerCoding } from "../audio/formats/pcm/sample-coding";
import { SampleCollector } from "../audio/formats/sample-collector";
import type { DecodeOptions, SoundFile, SoundHeader } from "../audio/formats/sound-file";
import { InputError } from "../check";

/** Then ffmpeg is stopped. */
const mostSeconds = 60;

/** Nothing but the file itself is opened, whatever it names. */
const inputOf = (path: string) => ["-v", "error", "-protocol_whitelist", "file,pipe", "-i", `file:${path}`];

interface Probed {
  readonly streams?: readonly { readonly sample_rate?: string; readonly channels?: number }[];
  readonly format?: { readonly duration?: string };
}

/**
 * What ffprobe says of a file's first stream of sound; nothing where it is not installed.
 *
 * @param format what the file is
 * @throws InputError where it cannot read the file, or the file is out of bounds
 */
export function probeWithFfmpeg(path: string, file: string, format: string): SoundHeader | undefined {
  const entries = ["-select_streams", "a:0", "-show_entries", "stream=sample_rate,channels:format=duration"];
  const args = [...inputOf(path), ...entries, "-of", "json"];
  const options = { encoding: "utf8", timeout: 1000 * mostSeconds, maxBuffer: 2 ** 20 } as const;
  const { error, status, stdout, stderr } = spawnSync("ffprobe", args, options);
  if ((error as NodeJS.ErrnoException | undefined)?.code === "ENOENT") return undefined;
  if (status !== 0) throw refused(file, format, stderr);
  const { streams = [], format: whole } = JSON.parse(stdout) as Probed;
  if (streams.length === 0) throw new InputError(`${file} is ${format} without sound`);
  const header = {
    format,
    channels: streams[0].channels ?? 0,
    sampleRate: Number(streams[0].sample_rate),
    seconds: whole?.duration === undefined ? undefined : Number(whole.duration),
    floatingPoint: false,
  };
  checkHeader(header, file);
  return header;
}

/**
 * Decodes a file's first stream of sound with ffmpeg, to 16 bit; nothing where it is not installed.
 *
 * @param format what the file is
 * @throws InputError where it cannot read the file, or the file is out of bounds
 */
export async function decodeWithFfmpeg(
  path: string,
  file: string,
  format: string,
  options: DecodeOptions,
): Promise<SoundFile | undefined> {
  const header = probeWithFfmpeg(path, file, format);
  if (!header) return undefined;
  const { channels, sampleRate } = header;
  const form = ["-ac", String(channels), "-ar", String(sampleRate), "-c:a", "pcm_s16le", "-f", "s16le"];
  const args = ["-nostdin", ...inputOf(path), "-map", "0:a:0", ...form, "pipe:1"];
  const child = spawn("ffmpeg", args, { stdio: ["ignore", "pipe", "pipe"], timeout: 1000 * mostSeconds });
  let said = "";
  child.stderr.on("data", (text) => {
    if (said.length < 1000) said += text;
  });
  const ended = new Promise<number | null>((resolve) => {
    child.once("close", resolve).once("error", () => resolve(null));
  });
  const collector = new SampleCollector(file, header, options, undefined);
  try {
    await collect(child.stdout, frameDecoder(integerCoding(2, true)!, channels), collector);
  } finally {
    child.kill();
  }
  const status = await ended;
  if (collector.taken === 0 || (status !== 0 && !collector.isFull)) throw refused(file, format, said);
  return collector.finish();
}

/** Decodes what comes through a pipe, whatever pieces it comes in. */
async function collect(pipe: AsyncIterable<Uint8Array>, decoder: BlockDecoder, collector: SampleCollector) {
  let left = new Uint8Array(0);
  for await (const piece of pipe) {
    const bytes = Buffer.concat([left, piece]);
    const frames = Math.floor(bytes.length / decoder.blockBytes);
    const channels = Array.from({ length: collector.header.channels }, () => new Float32Array(frames));
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (frames > 0) collector.push(channels, decoder.decode(view, 0, bytes.length, channels));
    left = bytes.subarray(frames * decoder.blockBytes);
    if (collector.isFull) return;
  }
}

function refused(file: string, format: string, said: string): InputError {
  const [reason = "it gave no sound"] = said.trim().split("\n").slice(-1).filter(Boolean);
  return new InputError(`${file} is ${format}, and ffmpeg cannot read it: ${reason}`);
}
