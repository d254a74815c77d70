import { soundFiles } from "../../src/lib/audio/formats/mutations";
import { pageChecksum } from "../../src/lib/audio/formats/ogg/crc32";
import { oggPackets } from "../../src/lib/audio/formats/ogg/packets";
import { firstOggStream } from "../../src/lib/audio/formats/ogg/stream";

const packetsAPage = 200;
/** Of the real file, in Hz, and samples of its short packets. */
const vorbisRate = 16000;
const vorbisSamples = 128;

/**
 * Opus of silence, 60 ms in each packet of one byte; one coded stream is mapped to so many
 * channels.
 *
 * @param told seconds that the last page tells
 */
export function longOpus(channels: number, seconds: number, told = seconds): Uint8Array {
  const head = Buffer.alloc(21 + channels);
  head.write("OpusHead");
  head.set([1, channels], 8);
  head.writeUInt32LE(48000, 12);
  head.set([255, 1, 0], 18);
  const tags = Buffer.from("OpusTags\0\0\0\0\0\0\0\0", "latin1");
  return oggFile([head, tags], Buffer.of(0x18), 2880, Math.ceil(seconds / 0.06), told * 48000);
}

/**
 * The shortest packet of a real file over and over.
 *
 * @param told seconds that the last page tells
 */
export function longVorbis(seconds: number, told = seconds): Uint8Array {
  const file = soundFiles()["OGG, Vorbis"];
  const { serial } = firstOggStream(file, "vorbis");
  const packets = [...oggPackets(file, serial, "vorbis", { isCut: false, streamsBehind: 0 })].flatMap(
    (page) => page.packets,
  );
  const shortest = packets.slice(3).reduce((a, b) => (b.length < a.length ? b : a));
  const count = Math.ceil((seconds * vorbisRate) / vorbisSamples);
  return oggFile(packets.slice(0, 3), shortest, vorbisSamples, count, told * vorbisRate);
}

/**
 * The head alone on the first page, the other headers on the second, then the packet again and
 * again.
 */
function oggFile(
  headers: readonly Uint8Array[],
  packet: Uint8Array,
  samples: number,
  count: number,
  lastGranule: number,
): Uint8Array {
  const pages = [page([headers[0]], 0, 0, 2), page(headers.slice(1), 1, 0, 0)];
  for (let done = 0; done < count; ) {
    const packets = Array(
      Math.min(packetsAPage, count - done, Math.floor(255 / (Math.floor(packet.length / 255) + 1))),
    ).fill(packet);
    done += packets.length;
    const isLast = done === count;
    pages.push(page(packets, pages.length, isLast ? lastGranule : done * samples, isLast ? 4 : 0));
  }
  return Buffer.concat(pages);
}

function page(packets: readonly Uint8Array[], sequence: number, granule: number, flags: number): Uint8Array {
  const lacing = packets.flatMap(({ length }) => [
    ...Array(Math.floor(length / 255)).fill(255),
    length % 255,
  ]);
  const head = Buffer.alloc(27 + lacing.length);
  head.write("OggS");
  head[5] = flags;
  head.writeBigInt64LE(BigInt(granule), 6);
  head.writeUInt32LE(1, 14);
  head.writeUInt32LE(sequence, 18);
  head[26] = lacing.length;
  head.set(lacing, 27);
  const whole = Buffer.concat([head, ...packets]);
  whole.writeUInt32LE(pageChecksum(whole, 0, whole.length), 22);
  return whole;
}
