/** Number of unbroken runs of frames and how long they are, in seconds. */
export interface SegmentLengths {
  readonly count: number;
  readonly meanSeconds: number;
  readonly deviationSeconds: number;
}

/** Shorter runs are no segments. */
const shortestFrames = 3;

/**
 * Lengths of the runs of frames that belong to it, counted from the first frame of a run to its
 * last: a run of n frames is n - 1 hops long. A single frame that does not belong does not end a
 * run, and runs of one or two frames do not count, as openSMILE's output shows.
 *
 * @param frames how many frames there are
 * @param belongs whether frame t belongs
 * @param hopSeconds time from one frame to the next
 * @example segmentLengths(5, (t) => t !== 3, 0.01) // { count: 1, meanSeconds: 0.04, deviationSeconds: 0 }
 */
export function segmentLengths(
  frames: number,
  belongs: (t: number) => boolean,
  hopSeconds: number,
): SegmentLengths {
  const lengths: number[] = [];
  let length = 0;
  for (let t = 0; t <= frames; t++) {
    const goesOn = t < frames && (belongs(t) || (length > 0 && t + 1 < frames && belongs(t + 1)));
    if (goesOn) {
      length++;
      continue;
    }
    if (length >= shortestFrames) lengths.push(length);
    length = 0;
  }
  const mean = lengths.reduce((sum, frames) => sum + frames, 0) / Math.max(1, lengths.length);
  const variance =
    lengths.reduce((sum, frames) => sum + (frames - mean) ** 2, 0) / Math.max(1, lengths.length);
  return {
    count: lengths.length,
    meanSeconds: Math.max(0, mean - 1) * hopSeconds,
    deviationSeconds: Math.sqrt(variance) * hopSeconds,
  };
}
