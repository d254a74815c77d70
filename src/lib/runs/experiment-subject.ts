import { createHash } from "node:crypto";
import { UsageError } from "../check";
import { fingerprint } from "../corpus/fingerprint";
import { ratesInWords, sampleRatesOf } from "../corpus/health/sample-rates";
import type { CheckedCorpus, Labelled } from "../corpus/recording";
import type { Selection } from "../corpus/selection/selection";
import { type AlterationOptions, alterationJobs } from "../dataset/altered/alteration-jobs";
import type { ExtractionOptions } from "../dataset/extract-in-order";
import { type FeatureTable, featureTable } from "../dataset/feature-table";
import type { Row } from "../features/row";
import { loadFeatureSet } from "../loading/load-feature-set";
import { numbersOfSet } from "../loading/numbers-of-set";

/**
 * What an experiment is made on: who said what, its fingerprint, and the table when it is needed.
 */
export interface ExperimentSubject {
  readonly name: string;
  /** Known when it is asked for: a corpus whose files nobody has read yet is read then. */
  readonly fingerprint: string;
  readonly synthetic: boolean;
  /** How the corpus's recordings were selected and renamed, where they were. */
  readonly selection?: Selection;
  readonly recordings: readonly Labelled[];
  /** What every run on it has to say besides. */
  readonly notes: readonly string[];
  /** The feature set's name, or the table's file name. */
  readonly features: string;
  /**
   * Versions of the numbers of the feature set's parts, by name; none of a table made elsewhere.
   */
  readonly numbers: Readonly<Record<string, number>>;
  /** At which features are taken, in Hz, where it is known: the common one of the recordings. */
  readonly sampleRate?: number;
  /** What the feature set gives per recording; known before any extraction. */
  kind(): Promise<"vector" | "matrix">;
  /** Extracted when it is asked for, once for each sample rate. */
  table(options: ExtractionOptions): Promise<FeatureTable>;
  /**
   * Rows of the same recordings altered, in their order.
   *
   * @param nameOf of a recording's alteration, by its file: "white:20"
   * @throws UsageError for a table made elsewhere
   */
  altered(
    nameOf: (file: string) => string,
    options: AlterationOptions & ExtractionOptions,
  ): Promise<readonly Row[]>;
}

/** A corpus seen through a feature set; extraction waits until the table is asked for. */
export function corpusSubject(corpus: CheckedCorpus, features: string): ExperimentSubject {
  const { name, synthetic, selection, recordings } = corpus;
  const extracted = new Map<number, Promise<FeatureTable>>();
  const { common } = sampleRatesOf(recordings);
  const kind = async () => (await loadFeatureSet(features)).kind;
  return {
    name,
    get fingerprint() {
      return fingerprint(corpus);
    },
    synthetic,
    selection,
    recordings,
    notes: [...rateNotes(corpus), ...(corpus.notes ?? [])],
    features,
    get numbers() {
      return numbersOfSet(features);
    },
    sampleRate: common,
    kind,
    table({ sampleRate = common, ...options }) {
      const table = extracted.get(sampleRate) ?? featureTable(corpus, features, { ...options, sampleRate });
      extracted.set(sampleRate, table);
      return table;
    },
    async altered(nameOf, { seed, noiseFiles, sampleRate = common, ...options }) {
      const jobs = alterationJobs(recordings, ({ file }) => nameOf(file), { seed, noiseFiles });
      return (await featureTable(corpus, features, { ...options, sampleRate, alterations: jobs })).rows;
    },
  };
}

function rateNotes({ recordings }: CheckedCorpus): string[] {
  const rates = sampleRatesOf(recordings);
  return rates.counts.size > 1 ? [`${ratesInWords(rates)}.`] : [];
}

/** A feature table made elsewhere. */
export function tableSubject(table: FeatureTable): ExperimentSubject {
  const hash = createHash("sha256").update(JSON.stringify(table.columns));
  table.recordings.forEach(({ file, emotion, speaker }, i) => {
    hash.update(JSON.stringify([file, emotion, speaker]));
    hash.update(new Uint8Array((table.rows[i] as Float64Array).buffer));
  });
  return {
    name: table.set,
    fingerprint: hash.digest("hex").slice(0, 32),
    synthetic: false,
    recordings: table.recordings,
    notes: [],
    features: table.set.replace(/\.\w+$/, ""),
    numbers: {},
    kind: async () => "vector",
    table: async () => table,
    altered: async () => {
      throw new UsageError("a table made elsewhere has no recordings to alter; give --corpus and --features");
    },
  };
}
