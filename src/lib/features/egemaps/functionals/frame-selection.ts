import { type ContourSlopes, contourSlopes } from "./contour-slopes";
import { type Moments, moments, percentiles } from "./contour-statistics";
import { type SegmentLengths, segmentLengths } from "./segment-lengths";

/** Which frames of a contour count. */
export type FrameChoice = "all" | "voiced" | "unvoiced";

/**
 * The values of a contour that statistics are taken of, and what several of these share, computed
 * when it is first asked for.
 */
export class FrameSelection {
  private sharedMoments?: Moments;
  private sharedPercentiles?: readonly number[];
  private sharedSlopes?: ContourSlopes;
  private sharedSegments?: SegmentLengths;

  /**
   * @param values the contour in the frames that count, smoothed
   * @param frames how many frames there are in all
   * @param counts whether frame t counts
   * @param hopSeconds time from one frame to the next
   */
  constructor(
    readonly values: Float64Array,
    private readonly frames: number,
    private readonly counts: (t: number) => boolean,
    private readonly hopSeconds: number,
  ) {}

  /** How long the recording is, in whole frames. */
  get seconds(): number {
    return this.frames * this.hopSeconds;
  }

  get moments(): Moments {
    this.sharedMoments ??= moments(this.values);
    return this.sharedMoments;
  }

  /** The 20th, 50th and 80th percentile. */
  get percentiles(): readonly number[] {
    this.sharedPercentiles ??= percentiles(this.values, [0.2, 0.5, 0.8]);
    return this.sharedPercentiles;
  }

  get slopes(): ContourSlopes {
    this.sharedSlopes ??= contourSlopes(this.values, this.hopSeconds);
    return this.sharedSlopes;
  }

  /** The runs of frames that count. */
  get segments(): SegmentLengths {
    this.sharedSegments ??= segmentLengths(this.frames, this.counts, this.hopSeconds);
    return this.sharedSegments;
  }
}
