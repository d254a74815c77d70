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

const kinds: readonly (readonly [RegExp, SoundFormat])[] = [
  [/^(RIFF|RF64|BW64)[^]{4}WAVE/, { kind: "wav" }],
  [/^riff[^]{20}wave/, { kind: "wav" }],
  [/^FORM[^]{4}AIF[FC]/, { kind: "aiff" }],
  [/^(\.snd|dns\.)/, { kind: "au" }],
  [/^caff/, { kind: "caf" }],
  [/^OggS/, { kind: "ogg" }],
  [/^[^]{4}ftyp(M4A|M4B)/, { kind: "foreign", format: "M4A (AAC or ALAC)" }],
  [/^[^]{4}ftyp3g/, { kind: "foreign", format: "3GP" }],
  [/^[^]{4}ftypqt/, { kind: "foreign", format: "QuickTime" }],
  [/^[^]{4}(ftyp|moov|mdat|wide|free)/, { kind: "foreign", format: "MP4" }],
  [/^\x1a\x45\xdf\xa3[^]{0,60}webm/, { kind: "foreign", format: "WebM" }],
  [/^\x1a\x45\xdf\xa3/, { kind: "foreign", format: "Matroska" }],
  [/^#!AMR/, { kind: "foreign", format: "AMR" }],
  [/^\x30\x26\xb2\x75\x8e\x66\xcf\x11/, { kind: "foreign", format: "WMA (or another Windows Media format)" }],
  [/^RIFF[^]{4}AVI /, { kind: "foreign", format: "AVI" }],
  [/^FLV/, { kind: "foreign", format: "Flash video" }],
  [/^NIST_1A/, { kind: "foreign", format: "NIST SPHERE" }],
  [/^wvpk/, { kind: "foreign", format: "WavPack" }],
  [/^MAC /, { kind: "foreign", format: "Monkey's Audio" }],
  [/^TTA1/, { kind: "foreign", format: "TTA" }],
  [/^(MPCK|MP\+)/, { kind: "foreign", format: "Musepack" }],
  [/^Creative Voice File/, { kind: "foreign", format: "VOC" }],
  [/^\x00\x00\x01[\xba\xb3]/, { kind: "foreign", format: "MPEG video" }],
  [/^\xff[\xf0\xf1\xf8\xf9]/, { kind: "foreign", format: "AAC" }],
];

/** What is no sound at all, and what to do about it. */
const others: readonly (readonly [RegExp, string])[] = [
  [/^version https:\/\/git-lfs/, "is a Git LFS pointer, not the recording; fetch the recordings: git lfs pull"],
  [/^\s*<(!doctype|html|head|body)/i, "is a web page, not a recording; the download was refused or asks to log in: fetch it again"],
  [/^\s*<(\?xml|svg)/i, "is an XML text, not a recording; fetch it again"],
  [/^PK\x03\x04/, "is a ZIP archive; unpack it"],
  [/^\x1f\x8b/, "is a gzip archive; unpack it"],
  [/^%PDF/, "is a PDF, not a recording"],
  [/^(GIF8|\x89PNG|\xff\xd8\xff)/, "is a picture, not a recording"],
  [/^MThd/, "is a MIDI file: notes, not a recording"],
  [/^RIFX/, "is a WAV file in reverse byte order (RIFX); write it again as RIFF"],
];

/**
 * What a file is, by its first bytes; its name is not asked.
 *
 * @param name of the file, for errors
 * @throws InputError for a file that is empty or holds no sound, with what it is
 * @example soundFormatOf(readFileSync("metadata.csv"), "a.wav") // throws 'a.wav is no sound file that is known: it begins with "file"'
 */
export function soundFormatOf(bytes: Uint8Array, name: string): SoundFormat {
  if (bytes.length === 0) throw new InputError(`${name}: the file is empty (0 bytes); record or copy it again`);
  const start = afterId3(bytes);
  if (letters(bytes, start) === "fLaC") return { kind: "flac", start };
  const head = String.fromCharCode(...bytes.subarray(0, 100));
  const found = kinds.find(([pattern]) => pattern.test(head));
  if (found) return found[1];
  if (start > 0 || isMpegFrame(bytes, 0)) return { kind: "mp3" };
  const other = others.find(([pattern]) => pattern.test(head));
  if (other) throw new InputError(`${name} ${other[1]}`);
  throw new InputError(
    `${name} is no sound file that is known: it begins with ${JSON.stringify(head.slice(0, 4))}; convert it to WAV (PCM, 16 bit)`,
  );
}

function isMpegFrame(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0xff && (bytes[at + 1] & 0xe0) === 0xe0 && (bytes[at + 1] & 6) !== 0;
}
