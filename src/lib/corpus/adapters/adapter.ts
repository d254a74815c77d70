import type { CorpusTree } from "../corpus-tree";
import type { Corpus } from "../recording";
import type { CorpusFacts } from "./corpus-facts";

/** What an adapter finds; the opener adds the names and sorts the recordings. */
export type OpenedFolder = Pick<Corpus, "root" | "recordings" | "manifest" | "manifestFolder" | "notes">;

/** Options of a corpus that concern its adapter. */
export interface AdapterOptions {
  /**
   * Absolute path of the folder that paths in a manifest count from. Default: the manifest's own.
   */
  readonly audioRoot?: string;
}

/**
 * Opens one kind of corpus. A new corpus is a new file with one of these, listed in `adapters.ts`.
 */
export interface Adapter {
  /** What stands before the colon in `emodb:DIR`. */
  readonly name: string;
  /** What is known of the corpus, or in one phrase what a form is recognised by. */
  readonly about: CorpusFacts | string;
  /** The files that speak for this kind, by their path in the tree; none: it is another. */
  finds(tree: CorpusTree): readonly string[];
  /** Lists the recordings; throws InputError on a name or row that it cannot read. */
  open(tree: CorpusTree, options: AdapterOptions): OpenedFolder | Promise<OpenedFolder>;
  /**
   * Who speaks in a file, by its path alone, where a form lists the corpus without its speakers.
   */
  speakerOf?(file: string): string | undefined;
}
