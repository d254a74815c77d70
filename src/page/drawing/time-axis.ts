/**
 * Which seconds a panel shows, and where: time goes from its left edge to the gutter, where labels
 * stand.
 */
export class TimeAxis {
  /** Room for labels at the right, in pixels. */
  static readonly gutter = 84;

  constructor(
    readonly startSeconds: number,
    readonly endSeconds: number,
    /** Of the panel, in pixels. */
    panelWidth: number,
  ) {
    this.width = Math.max(1, panelWidth - TimeAxis.gutter);
  }

  /** Of the part that shows time, in pixels. */
  readonly width: number;

  /** Pixels from the left. */
  x(seconds: number): number {
    return ((seconds - this.startSeconds) / (this.endSeconds - this.startSeconds)) * this.width;
  }

  /** The inverse of `x`, within the axis. */
  seconds(x: number): number {
    const part = Math.max(0, Math.min(1, x / this.width));
    return this.startSeconds + part * (this.endSeconds - this.startSeconds);
  }

  /**
   * Round times at least 64 pixels apart.
   *
   * @example new TimeAxis(0, 10, 724).ticks() // [0, 1, 2, ... 10]
   */
  ticks(): number[] {
    const span = this.endSeconds - this.startSeconds;
    const least = (64 * span) / this.width;
    const step =
      [0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600].find((s) => s >= least) ?? 7200;
    const first = Math.ceil(Math.max(0, this.startSeconds) / step);
    const count = Math.floor(this.endSeconds / step + 1e-9) - first + 1;
    return Array.from({ length: Math.max(0, count) }, (_, i) => (first + i) * step);
  }
}
