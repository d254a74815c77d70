/** A fold whose steps are all done still has to decide on its test part. */
const mostOfFold = 0.95;

/**
 * How far folds in work are, as parts of a fold. A search and the fit after it count their steps
 * from the beginning; what is done stays done.
 */
export class FoldsInWork {
  private readonly parts = new Map<string, number>();

  /** @param part of the steps that are done, 0 to 1 */
  step(fold: string, part: number): void {
    this.parts.set(fold, Math.max(this.parts.get(fold) ?? 0, mostOfFold * part));
  }

  done(fold: string): void {
    this.parts.delete(fold);
  }

  /** In folds, to two digits. */
  sum(): number {
    const parts = [...this.parts.values()].reduce((sum, part) => sum + part, 0);
    return Math.round(100 * parts) / 100;
  }
}
