/** What is known of a public corpus, for `ser corpora` and model cards. */
export interface CorpusFacts {
  /** As its authors call it. */
  readonly title: string;
  /** Authors and year of the paper to cite. */
  readonly citation: string;
  /** In English: "German". */
  readonly language: string;
  /** Terms of the recordings. */
  readonly licence: string;
  /** Address of the page that hands it out. */
  readonly source: string;
  /** As published; a copy may hold fewer. */
  readonly recordings: number;
  /** As published. */
  readonly speakers: number;
  /** Labels that the adapter gives, in ascending order. */
  readonly labels: readonly string[];
  /** What `--folds official` goes by, where the corpus has folds of its own. */
  readonly folds?: string;
}
