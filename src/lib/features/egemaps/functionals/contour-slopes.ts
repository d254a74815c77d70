/** Extremes closer than this share of the contour's range are one. */
const relativeThreshold = 0.1;

interface Extreme {
  readonly index: number;
  readonly isPeak: boolean;
}

/** What `contourSlopes` measures of a contour. */
export interface ContourSlopes {
  readonly peaks: number;
  readonly meanRising: number;
  readonly deviationRising: number;
  readonly meanFalling: number;
  readonly deviationFalling: number;
}

/**
 * The peaks of a contour and how steeply it rises to them and falls from them (Eyben's thesis,
 * section 2.4.6), per second.
 *
 * A peak or valley counts if it differs from the one before by more than a tenth of the contour's
 * range. The ends of the contour close the first and the last slope. As in openSMILE, the slope to
 * the end of the contour is signed and left out of the sum of the deviation.
 *
 * @param values a contour
 * @param hopSeconds time from one value to the next
 */
export function contourSlopes(values: Float64Array, hopSeconds: number): ContourSlopes {
  const extremes = extremesOf(values);
  const rising = slopesOf(values, extremes, true, hopSeconds);
  const falling = slopesOf(values, extremes, false, hopSeconds);
  return {
    peaks: extremes.filter(({ isPeak }) => isPeak).length,
    meanRising: rising.mean,
    deviationRising: rising.deviation,
    meanFalling: falling.mean,
    deviationFalling: falling.deviation,
  };
}

/** The extremes that count, peaks and valleys in turn. */
function extremesOf(values: Float64Array): Extreme[] {
  const threshold = relativeThreshold * rangeOf(values);
  const found: Extreme[] = [];
  let localValley = values[0];
  for (let index = 2; index < values.length - 2; index++) {
    const value = values[index];
    const isPeak = value > values[index - 1] && value > values[index + 1];
    const isValley = value < values[index - 1] && value < values[index + 1];
    if (!isPeak && !isValley) continue;
    const last = found[found.length - 1];
    const change = value - (last ? values[last.index] : values[0]);
    if (last?.isPeak !== isPeak) {
      if (isPeak ? change > threshold : -change > threshold) found.push({ index, isPeak });
    } else if (isPeak ? replacesPeak(value, change, value - localValley > threshold) : change < 0) {
      found[found.length - 1] = { index, isPeak };
    }
    if (isValley) localValley = value;
  }
  return found;
}

/**
 * A second peak without a valley between takes the first one's place if it rises far enough from
 * where it began, or is higher by a twentieth.
 */
function replacesPeak(value: number, change: number, risesFar: boolean): boolean {
  return change > 0 && (risesFar || value > 1.05 * (value - change));
}

function slopesOf(values: Float64Array, extremes: Extreme[], rising: boolean, hopSeconds: number) {
  const slopes: number[] = [];
  const sign = rising ? 1 : -1;
  const slope = (from: number, to: number) => (values[to] - values[from]) / ((to - from) * hopSeconds);
  let last = 0;
  for (const { index, isPeak } of extremes) {
    if (isPeak === rising) slopes.push(sign * slope(last, index));
    last = index;
  }
  const inner = slopes.length;
  const end = values.length - 1;
  const closes = extremes.length > 0 && extremes[extremes.length - 1].isPeak !== rising;
  if (closes && end > last) slopes.push(slope(last, end));
  const mean = slopes.length === 0 ? 0 : slopes.reduce((sum, value) => sum + value, 0) / slopes.length;
  const squares = slopes.slice(0, inner).reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: slopes.length === 0 ? 0 : Math.sqrt(squares / slopes.length) };
}

function rangeOf(values: Float64Array): number {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return high - low;
}
