interface Piece {
  readonly run: (waitedSeconds: number) => Promise<void>;
  firstInLineAt: number;
}

/**
 * Streams take turns on one thread, a piece at a time, so that a stream with much waiting holds no
 * other up.
 */
export class Turns {
  /** In the order of the turns. */
  private readonly waiting = new Map<number, Piece[]>();
  private running = false;

  /** @param now in ms, of any zero */
  constructor(private readonly now = () => performance.now()) {}

  /** Puts a piece behind what waits of the same stream. */
  add(stream: number, run: Piece["run"]): void {
    const piece = { run, firstInLineAt: this.now() };
    const pieces = this.waiting.get(stream);
    if (pieces) pieces.push(piece);
    else this.waiting.set(stream, [piece]);
    if (!this.running) void this.runAll();
  }

  private async runAll(): Promise<void> {
    this.running = true;
    for (let next = this.next(); next; next = this.next()) {
      const { stream, piece } = next;
      await piece.run((this.now() - piece.firstInLineAt) / 1000);
      const following = this.waiting.get(stream)?.[0];
      if (following) following.firstInLineAt = this.now();
      await new Promise(setImmediate); // lets new messages in
    }
    this.running = false;
  }

  private next(): { stream: number; piece: Piece } | undefined {
    for (const [stream, pieces] of this.waiting) {
      const piece = pieces.shift()!;
      this.waiting.delete(stream);
      if (pieces.length > 0) this.waiting.set(stream, pieces);
      return { stream, piece };
    }
    return undefined;
  }
}
