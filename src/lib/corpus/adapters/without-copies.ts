import { groupBy } from "../../numbers/group-by";

/**
 * Of copies the one is kept that has lost least: samples as they were, then a coding that loses,
 * then a film.
 */
const LOSSLESS = /\.(wav|wave|w64|rf64|bwf|aiff?|aifc|au|flac)$/i;
const FILM = /\.(mp4|m4v|mov|mkv|wmv|avi|flv)$/i;

/**
 * Keeps one of the files that are the same recording: the second copy of a re-packed corpus, an MP3
 * beside the WAV. The one whose coding loses least comes first, then the one in fewer folders, then
 * in order of name.
 *
 * @returns what is kept, in the order given, and one sentence where something is left out
 * @example withoutCopies([{ file: "a.wav" }, { file: "b/a.wav" }], () => "a").kept // [{ file: "a.wav" }]
 */
export function withoutCopies<T extends { readonly file: string }>(
  items: readonly T[],
  keyOf: (item: T) => string,
): { readonly kept: readonly T[]; readonly notes: readonly string[] } {
  const first = [...groupBy(items, keyOf).values()].map((same) =>
    same.reduce((a, b) => (comesBefore(b.file, a.file) ? b : a)),
  );
  if (first.length === items.length) return { kept: items, notes: [] };
  const keep = new Set(first);
  const copies = items.filter((item) => !keep.has(item));
  const count = `${copies.length} ${copies.length === 1 ? "copy of a recording is" : "copies of recordings are"}`;
  return { kept: items.filter((item) => keep.has(item)), notes: [`${count} left out (${copies[0].file}).`] };
}

function comesBefore(a: string, b: string): boolean {
  const [one, other] = [rankOf(a), rankOf(b)];
  const differs = one.findIndex((value, i) => value !== other[i]);
  return differs < 0 ? a < b : one[differs] < other[differs];
}

function rankOf(file: string): number[] {
  return [LOSSLESS.test(file) ? 0 : FILM.test(file) ? 2 : 1, file.split("/").length];
}
