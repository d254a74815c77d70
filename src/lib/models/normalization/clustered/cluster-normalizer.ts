import { normalizeByCluster } from "./normalize-by-cluster";
import { voiceClusters } from "./voice-clusters";
import { VoiceSpace } from "./voice-space";

/** Rows normalised by what sounds like one speaker. */
export interface ClusteredRows {
  readonly rows: readonly Float64Array[];
  /** What sounds like one speaker, of each row, numbered from 0. */
  readonly clusters: readonly number[];
}

/**
 * Normalises many recordings at once without knowing who speaks: they are clustered in a space of
 * voices, and each cluster is normalised by its own statistics.
 */
export class ClusterNormalizer {
  /** @param weight of each column, where feature sets stand side by side */
  constructor(
    readonly space: VoiceSpace,
    private readonly weight?: Float64Array,
  ) {}

  /** @param speakers of the rows; two or more */
  static fit(
    rows: readonly Float64Array[],
    speakers: readonly string[],
    weight?: Float64Array,
  ): ClusterNormalizer {
    return new ClusterNormalizer(VoiceSpace.fit(rows, speakers), weight);
  }

  /** @param rows as extracted */
  apply(rows: readonly Float64Array[]): ClusteredRows {
    const clusters = voiceClusters(this.space.place(rows));
    return { rows: normalizeByCluster(rows, clusters, this.weight), clusters };
  }
}
