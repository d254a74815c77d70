/**
 * The discrete Fourier transform of complex numbers for any size, as a product of small primes
 * (Cooley & Tukey 1965); the work grows with the size times the sum of its prime factors. Takes and
 * gives interleaved real and imaginary parts, like fft.js, which is faster but knows powers of two
 * only.
 *
 * @example
 * const out = new Float64Array(6);
 * new MixedRadixFft(3).transform(out, Float64Array.of(1, 0, 1, 0, 1, 0));
 * out[0] // 3
 */
export class MixedRadixFft {
  private readonly factors: readonly number[];
  private readonly order: Int32Array;
  private readonly cosines: Float64Array;
  private readonly sines: Float64Array;
  private readonly group: Float64Array;

  constructor(readonly size: number) {
    const angle = (k: number) => (2 * Math.PI * k) / size;
    this.factors = primeFactors(size);
    this.order = Int32Array.from(inputOrder(this.factors));
    this.cosines = Float64Array.from({ length: size }, (_, k) => Math.cos(angle(k)));
    this.sines = Float64Array.from({ length: size }, (_, k) => -Math.sin(angle(k)));
    this.group = new Float64Array(2 * Math.max(1, ...this.factors));
  }

  /** Transforms `input` into `out`, 2 x size numbers each. */
  transform(out: Float64Array, input: Float64Array): void {
    const { order, size } = this;
    for (let i = 0; i < size; i++) {
      out[2 * i] = input[2 * order[i]];
      out[2 * i + 1] = input[2 * order[i] + 1];
    }
    let span = 1;
    for (const factor of this.factors) {
      if (factor === 2) this.joinPairs(out, span);
      else this.join(out, span, factor);
      span *= factor;
    }
  }

  /** Joins pairs of transforms of length `span`. */
  private joinPairs(out: Float64Array, span: number): void {
    const { cosines, sines, size } = this;
    const turn = size / (2 * span);
    for (let k = 0; k < span; k++) {
      const cosine = cosines[k * turn];
      const sine = sines[k * turn];
      for (let a = 2 * k, b = a + 2 * span; a < 2 * size; a += 4 * span, b += 4 * span) {
        const re = out[b] * cosine - out[b + 1] * sine;
        const im = out[b] * sine + out[b + 1] * cosine;
        out[b] = out[a] - re;
        out[b + 1] = out[a + 1] - im;
        out[a] += re;
        out[a + 1] += im;
      }
    }
  }

  /** Joins `factor` transforms of length `span` each; an odd factor. */
  private join(out: Float64Array, span: number, factor: number): void {
    const { group, cosines, sines, size } = this;
    const turn = size / (span * factor);
    for (let k = 0; k < span; k++) {
      for (let first = 2 * k; first < 2 * size; first += 2 * span * factor) {
        for (let j = 0, at = first, t = 0; j < factor; j++, at += 2 * span, t += k * turn) {
          group[2 * j] = out[at] * cosines[t] - out[at + 1] * sines[t];
          group[2 * j + 1] = out[at] * sines[t] + out[at + 1] * cosines[t];
        }
        this.oddButterfly(out, first, span, factor);
      }
    }
  }

  /**
   * The transform of the numbers in `group`, each bin q together with bin factor - q: they differ
   * only in the sign of the sine terms.
   */
  private oddButterfly(out: Float64Array, first: number, span: number, factor: number): void {
    const { group, cosines, sines, size } = this;
    const turn = size / factor;
    let sumRe = group[0];
    let sumIm = group[1];
    for (let j = 2; j < 2 * factor; j += 2) {
      sumRe += group[j];
      sumIm += group[j + 1];
    }
    out[first] = sumRe;
    out[first + 1] = sumIm;
    for (let q = 1; 2 * q < factor; q++) {
      let evenRe = group[0];
      let evenIm = group[1];
      let oddRe = 0;
      let oddIm = 0;
      for (let j = 1, t = q * turn; 2 * j < factor; j++, t += q * turn) {
        if (t >= size) t -= size;
        const a = 2 * j;
        const b = 2 * (factor - j);
        evenRe += (group[a] + group[b]) * cosines[t];
        evenIm += (group[a + 1] + group[b + 1]) * cosines[t];
        oddRe -= (group[a + 1] - group[b + 1]) * sines[t];
        oddIm += (group[a] - group[b]) * sines[t];
      }
      const low = first + 2 * q * span;
      const high = first + 2 * (factor - q) * span;
      out[low] = evenRe + oddRe;
      out[low + 1] = evenIm + oddIm;
      out[high] = evenRe - oddRe;
      out[high + 1] = evenIm - oddIm;
    }
  }
}

function primeFactors(size: number): number[] {
  const factors: number[] = [];
  for (let rest = size, prime = 2; rest > 1; ) {
    if (rest % prime === 0) {
      factors.push(prime);
      rest /= prime;
    } else prime++;
  }
  return factors;
}

/**
 * Which input stands where before the first stage: each stage joins transforms of every `factor`-th
 * number.
 */
function inputOrder(factors: readonly number[]): number[] {
  return factors.reduce(
    (order, factor) => Array.from({ length: factor }, (_, j) => order.map((p) => j + factor * p)).flat(),
    [0],
  );
}
