import { InputError } from "../../check";
import { afterId3 } from "./mpeg/id3";
import { letters } from "./pcm/chunks";

/** What a file is, by its content. */
export type SoundFormat =
  | { readonly kind: "wav" | "aiff" | "au" | "caf" | "mp3" | "ogg" }
  /** `start`: of "fLaC", behind tags. */
  | { readonly kind: "flac"; readonly start: number }
  /** Sound, but not decoded here. */
  | { readonly kind: "foreign"; readonly format: string };

/** First bytes, and where further ones stand. */
type Signature = readonly [first: string, what: SoundFormat | string, at?: number, further?: string];

const foreign = (format: string): SoundFormat => ({ kind: "foreign", format });

const signatures: readonly Signature[] = [
  ["RIFF", { kind: "wav" }, 8, "WAVE"],
  ["RF64", { kind: "wav" }, 8, "WAVE"],
  ["BW64", { kind: "wav" }, 8, "WAVE"],
  ["riff", { kind: "wav" }, 24, "wave"],
  ["FORM", { kind: "aiff" }, 8, "AIF"],
  [".snd", { kind: "au" }],
  ["dns.", { kind: "au" }],
  ["caff", { kind: "caf" }],
  ["OggS", { kind: "ogg" }],
  ["", foreign("M4A (AAC or ALAC)"), 4, "ftypM4"],
  ["", foreign("3GP"), 4, "ftyp3g"],
  ["", foreign("QuickTime"), 4, "ftypqt"],
  ["", foreign("MP4"), 4, "ftyp"],
  ["", foreign("MP4"), 4, "moov"],
  ["", foreign("MP4"), 4, "mdat"],
  ["#!AMR", foreign("AMR")],
  ["\x30\x26\xb2\x75\x8e\x66\xcf\x11", foreign("WMA (or another Windows Media format)")],
  ["RIFF", foreign("AVI"), 8, "AVI "],
  ["FLV", foreign("Flash video")],
  ["NIST_1A", foreign("NIST SPHERE")],
  ["wvpk", foreign("WavPack")],
  ["MAC ", foreign("Monkey's Audio")],
  ["TTA1", foreign("TTA")],
  ["MPCK", foreign("Musepack")],
  ["MP+", foreign("Musepack")],
  ["Creative Voice File", foreign("VOC")],
  ["\x00\x00\x01\xba", foreign("MPEG video")],
  ["\x00\x00\x01\xb3", foreign("MPEG video")],
  ["\xff\xf0", foreign("AAC")],
  ["\xff\xf1", foreign("AAC")],
  ["\xff\xf8", foreign("AAC")],
  ["\xff\xf9", foreign("AAC")],
  ["version https://git-lfs", "is a Git LFS pointer, not the recording; fetch the recordings: git lfs pull"],
  ["PK\x03\x04", "is a ZIP archive; unpack it"],
  ["\x1f\x8b", "is a gzip archive; unpack it"],
  ["%PDF", "is a PDF, not a recording"],
  ["GIF8", "is a picture, not a recording"],
  ["\x89PNG", "is a picture, not a recording"],
  ["\xff\xd8\xff", "is a picture, not a recording"],
  ["MThd", "is a MIDI file: notes, not a recording"],
  ["RIFX", "is a WAV file in reverse byte order (RIFX); write it again as RIFF"],
];

const webPage = /^[\s\xbb\xbf\xef]*<(!doctype html|html|head|body)/i;
const matroska = "\x1a\x45\xdf\xa3";

/**
 * What a file is, by its first bytes; its name is not asked.
 *
 * @param name of the file, for errors
 * @throws InputError for a file that is empty or holds no sound, with what it is
 * @example soundFormatOf(encodeWav(new Float32Array(8), 8000), "a.mp3") // { kind: "wav" }
 */
export function soundFormatOf(bytes: Uint8Array, name: string): SoundFormat {
  if (bytes.length === 0)
    throw new InputError(`${name}: the file is empty (0 bytes); record or copy it again`);
  const start = afterId3(bytes);
  if (letters(bytes, start) === "fLaC") return { kind: "flac", start };
  const head = String.fromCharCode(...bytes.subarray(0, 100));
  const found = signatures.find(([first, , at = 0, further = ""]) => {
    return head.startsWith(first) && head.startsWith(further, at);
  })?.[1];
  if (typeof found === "object") return found;
  if (head.startsWith(matroska)) return foreign(head.includes("webm") ? "WebM" : "Matroska");
  if (start > 0 || isMpegFrame(bytes)) return { kind: "mp3" };
  throw new InputError(`${name} ${found ?? otherWords(head)}`);
}

function otherWords(head: string): string {
  if (webPage.test(head)) {
    return "is a web page, not a recording; the download was refused or asks to log in: fetch it again";
  }
  const begin = JSON.stringify(head.slice(0, 4));
  return `is no sound file that is known: it begins with ${begin}; convert it to WAV (PCM, 16 bit)`;
}

function isMpegFrame(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && (bytes[1] & 0xe0) === 0xe0 && (bytes[1] & 6) !== 0;
}
