import { InputError } from "../../../check";
import { checkHeader } from "../decode-bounds";
import { decodeFlac } from "../flac/decode-flac";
import { SampleCollector } from "../sample-collector";
import type { DecodeOptions, SoundFile } from "../sound-file";
import { opusPackets } from "./opus-packets";
import { joinedBytes, type OggEnd, oggPackets } from "./packets";
import { firstOggStream, lastGranule, type OggStream, oggHeader } from "./stream";
import { vorbisPackets } from "./vorbis-packets";

/** What stands before "fLaC" in the first packet. */
const flacMappingBytes = 9;
/** A page may hold 255 packets, each of which may give a tenth of a second of 8 channels. */
const packetsAtOnce = 16;
/** Samples that one page may hold beyond what the last page says. */
const mostInPage = 255 * 5760;

/**
 * Decodes an OGG file: Vorbis, Opus or FLAC. Each page's checksum is checked; where the file ends
 * early, it is noted.
 *
 * @throws InputError where it is damaged
 */
export async function decodeOgg(bytes: Uint8Array, name: string, options: DecodeOptions): Promise<SoundFile> {
  const stream = firstOggStream(bytes, name);
  if (stream.codec === "flac") return decodeOggFlac(bytes, stream, name, options);
  const last = lastGranule(bytes, stream.serial);
  const header = oggHeader(stream, last);
  checkHeader(header, name, options);
  const collector = new SampleCollector(
    name,
    header,
    options,
    last === undefined ? undefined : last + mostInPage,
  );
  const end: OggEnd = { isCut: false, streamsBehind: 0 };
  try {
    await collect(bytes, stream, collector, end);
  } catch (error) {
    if (error instanceof InputError) throw error;
    const seconds = (collector.taken / header.sampleRate).toFixed(2);
    throw new InputError(
      `${name} is damaged at ${seconds} s: ${(error as Error).message}; copy the file again`,
    );
  }
  if (collector.taken === 0)
    throw new InputError(`${name} is damaged: the OGG file holds no samples; copy it again`);
  return collector.finish(notesOf(end, collector.taken / header.sampleRate));
}

/** Decodes page by page; the last page says how many samples are meant. */
async function collect(
  bytes: Uint8Array,
  stream: OggStream,
  collector: SampleCollector,
  end: OggEnd,
): Promise<void> {
  const decoder = await (stream.codec === "opus" ? opusPackets : vorbisPackets)(stream.head);
  try {
    let headers = decoder.headers;
    let total: number | undefined;
    for (const { packets, granule, isLast } of oggPackets(bytes, stream.serial, collector.name, end)) {
      const sound = packets.slice(headers);
      headers -= packets.length - sound.length;
      if (sound.length === 0) continue;
      const before = collector.taken;
      for (let i = 0; i < sound.length; i += packetsAtOnce) {
        const { channels, count } = decoder.decode(sound.slice(i, i + packetsAtOnce));
        if (count > 0) collector.push(channels, count);
      }
      if (isLast && granule >= 0) total = samplesAt(granule, stream);
      if (total !== undefined && total >= before) collector.trim(total);
      if (collector.isFull) return;
    }
  } finally {
    decoder.free();
  }
}

/** Samples of the sound at a granule position: Opus counts those that are left out, too. */
function samplesAt(granule: number, { codec, head }: OggStream): number {
  return granule - (codec === "opus" ? head[10] + 256 * head[11] : 0);
}

function decodeOggFlac(
  bytes: Uint8Array,
  { serial }: OggStream,
  name: string,
  options: DecodeOptions,
): SoundFile {
  const end: OggEnd = { isCut: false, streamsBehind: 0 };
  const parts = [...oggPackets(bytes, serial, name, end)].flatMap(({ packets }) => packets);
  const sound = decodeFlac(joinedBytes(parts).subarray(flacMappingBytes), 0, name, options);
  const notes = [...sound.notes, ...notesOf(end, sound.samples.length / sound.sampleRate)];
  return { ...sound, format: `OGG, ${sound.format}`, notes };
}

function notesOf({ isCut, streamsBehind }: OggEnd, seconds: number): string[] {
  const notes = isCut ? [`it ends at ${seconds.toFixed(2)} s, before its last page`] : [];
  if (streamsBehind === 0) return notes;
  return [...notes, `it holds ${streamsBehind + 1} streams one behind the other; the first is read`];
}
