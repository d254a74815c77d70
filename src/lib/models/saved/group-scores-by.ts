/** The score of one group of speakers. */
export interface GroupOutcome {
  /** The column's value, such as "female"; "not told" where it is empty. */
  readonly name: string;
  readonly speakers: number;
  readonly recordings: number;
  /** Over the emotions that the group has. */
  readonly uar: { readonly value: number; readonly speakers: readonly [low: number, high: number] };
}

/** How far apart the best and the worst recognised group are. */
export interface GroupGap {
  readonly best: string;
  readonly worst: string;
  /** UAR of the best minus that of the worst. */
  readonly value: number;
  /** 95 % over speakers, drawn within each group; below 0 where the order of the two is open. */
  readonly speakers: readonly [low: number, high: number];
  /** What a model that is equally good for all would show with so many speakers. */
  readonly byChance: {
    readonly mean: number;
    /** Nineteen of twenty fair models stay below. */
    readonly most: number;
    /** Share of fair models with such a gap or a larger one. */
    readonly p: number;
  };
}

/** UAR by the values of a column of the corpus. */
export interface GroupScores {
  readonly column: string;
  readonly groups: readonly GroupOutcome[];
  /** Absent where fewer than two groups have enough speakers. */
  readonly gap?: GroupGap;
  /** What limits it, a sentence each. */
  readonly notes: readonly string[];
}
