/** Half the filter's length, in periods of the lower of the two rates. */
const halfPeriods = 96;
/** Kaiser's shape for a stop band at -127 dB. */
const beta = 13.1;
/**
 * Where the filter's gain is one half, as a fraction of the lower half rate: the middle of its
 * transition from 0.913 to 1.
 */
const cutoff = 0.9565;

/**
 * How many weights an output sample takes between two rates in Hz.
 *
 * @example tapsBetween(44100, 16000) // 536
 */
export function tapsBetween(from: number, to: number): number {
  return 8 * Math.ceil((halfPeriods * Math.max(1, from / to)) / 4);
}

/**
 * A sinc under a Kaiser window (Kaiser 1974; Crochiere & Rabiner 1983, ch. 4): the weights for an
 * output that lies `fraction` of an input sample after the middle one, scaled to a sum of 1.
 */
export function windowedSinc(from: number, to: number, fraction: number): Float32Array {
  const taps = tapsBetween(from, to);
  const width = Math.min(1, to / from);
  const row = Float64Array.from({ length: taps }, (_, i) => {
    const distance = i - taps / 2 + 1 - fraction;
    return sinc(cutoff * width * distance) * kaiser((2 * distance) / taps);
  });
  const sum = row.reduce((total, weight) => total + weight, 0);
  return Float32Array.from(row, (weight) => weight / sum);
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}

function kaiser(x: number): number {
  return Math.abs(x) >= 1 ? 0 : besselI0(beta * Math.sqrt(1 - x * x)) / highestI0;
}

const highestI0 = besselI0(beta);

/** The modified Bessel function of order zero, by its power series. */
function besselI0(x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; term > sum * 1e-17; k++) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
}
