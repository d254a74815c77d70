/**
 * The one-cycle rate (Smith & Topin 2018, as PyTorch's `OneCycleLR` anneals it): a cosine rise from
 * a 25th of `peak` over the first `rise` part of the steps, then a cosine fall to almost nothing.
 *
 * @param progress Part of the training that is done, 0 to 1.
 * @param peak Highest rate.
 * @param rise Part of the steps that rises, .3 as PyTorch's default.
 * @example oneCycle(0.3, 0.01) // 0.01
 */
export function oneCycle(progress: number, peak: number, rise = 0.3): number {
  const start = peak / 25;
  const end = start / 1e4;
  if (progress < rise) return cosine(start, peak, progress / rise);
  return cosine(peak, end, (progress - rise) / (1 - rise));
}

function cosine(from: number, to: number, progress: number): number {
  return to + ((from - to) * (1 + Math.cos(Math.PI * progress))) / 2;
}
