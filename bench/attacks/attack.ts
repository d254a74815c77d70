/** Something that a stranger can send. */
export interface Attack {
  readonly name: string;
  /** Makes what is sent, before the clock runs. */
  prepare?(): void;
  /** Sends it until the time is over. Returns what the service answered, in words. */
  run(url: string, seconds: number): Promise<string>;
}

/** Counts answers: "422 too long x 3, 503". */
export class Answers {
  private readonly counts = new Map<string, number>();

  add(answer: string): void {
    this.counts.set(answer, (this.counts.get(answer) ?? 0) + 1);
  }

  /** The most frequent first, and no more than a table's cell holds. */
  toString(): string {
    const sorted = [...this.counts].sort(([, a], [, b]) => b - a).slice(0, 3);
    return sorted.map(([answer, count]) => (count > 1 ? `${answer} x ${count}` : answer)).join("; ");
  }
}

export const pause = (seconds: number) => new Promise<void>((resolve) => setTimeout(resolve, seconds * 1000));
