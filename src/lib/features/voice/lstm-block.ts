/**
 * Rows of a block: those sequences that still run at its first frame, then at its second, and so
 * on. The longest sequences stand first, so row r of a frame continues row r of the frame before
 * it.
 */
export interface Block {
  /** First row of each frame. */
  readonly firstRow: readonly number[];
  /** Number of sequences that run at each frame. */
  readonly running: readonly number[];
  readonly rows: number;
}

/** `left`: frames that each sequence still has at the block's start, the longest first. */
export function blockOf(left: readonly number[], frames: number): Block {
  const running = Array.from({ length: frames }, (_, t) => left.filter((count) => count > t).length);
  let rows = 0;
  const firstRow = running.map((count) => {
    rows += count;
    return rows - count;
  });
  return { firstRow, running, rows };
}
