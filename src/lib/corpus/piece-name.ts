import type { Recording } from "./recording";

/** Where a piece of a file stands in it. */
export type Piece = Pick<Recording, "startSeconds" | "endSeconds" | "channel">;

/**
 * The name of a piece of a file, as a media fragment (W3C Media Fragments URI 1.0); of a whole
 * file, its own.
 *
 * @example pieceName("talk.wav", { startSeconds: 1.5, endSeconds: 3 }) // "talk.wav#t=1.5,3"
 */
export function pieceName(file: string, { startSeconds: start, endSeconds: end, channel }: Piece): string {
  const times =
    start === undefined && end === undefined ? [] : [`t=${start ?? 0}${end === undefined ? "" : `,${end}`}`];
  const track = channel === undefined ? [] : [`track=${channel}`];
  const fragment = [...times, ...track].join("&");
  return fragment === "" ? file : `${file}#${fragment}`;
}
