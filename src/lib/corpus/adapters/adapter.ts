import type { Corpus } from "../recording";

/** What an adapter finds; the opener adds the names and sorts the recordings. */
export type OpenedFolder = Pick<Corpus, "root" | "recordings" | "manifest">;

/** Opens one kind of corpus. A new corpus is a new file with one of these, listed in `open-corpus.ts`. */
export interface Adapter {
  /** What stands before the colon in `emodb:DIR`. */
  readonly name: string;
  /** Terms of the recordings, where the corpus has some of its own. */
  readonly licence?: string;
  /** Whether the path (an existing folder or file) looks like this kind of corpus. */
  recognises(path: string): boolean;
  /** Lists the recordings without opening any of them; throws InputError on a name or row that it cannot read. */
  open(path: string): OpenedFolder;
}
