/**
 * The discrete Fourier transform of complex numbers for any size, as a product of small primes (Cooley & Tukey 1965); the work grows with the size times the
 * sum of its prime factors. Takes and gives interleaved real and imaginary parts, like fft.js, which is faster but knows powers of two only.
 *
 * @example
 * const out = new Float64Array(6);
 * new MixedRadixFft(3).transform(out, Float64Array.of(1, 0, 1, 0, 1, 0)); // [3, 0, 0, 0, 0, 0]
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
    for (let i = 0; i < this.size; i++) {
      out[2 * i] = input[2 * this.order[i]];
      out[2 * i + 1] = input[2 * this.order[i] + 1];
    }
    let span = 1;
    for (const factor of this.factors) {
      for (let block = 0; block < this.size; block += span * factor) {
        for (let k = 0; k < span; k++) this.butterfly(out, block + k, k, span, factor);
      }
      span *= factor;
    }
  }

  /** Joins `factor` transforms of length `span` at their bin k; the numbers stand `span` apart from `first` on. */
  private butterfly(out: Float64Array, first: number, k: number, span: number, factor: number): void {
    this.gather(out, first, k, span, factor);
    const { group } = this;
    let sumRe = group[0];
    let sumIm = group[1];
    for (let j = 1; j < factor; j++) {
      sumRe += group[2 * j];
      sumIm += group[2 * j + 1];
    }
    out[2 * first] = sumRe;
    out[2 * first + 1] = sumIm;
    if (factor === 2) this.put(out, first + span, group[0] - group[2], group[1] - group[3]);
    else this.oddButterfly(out, first, span, factor);
  }

  /** Reads the numbers to join into `group`, each turned by its place. */
  private gather(out: Float64Array, first: number, k: number, span: number, factor: number): void {
    const { group, cosines, sines } = this;
    const turn = (k * this.size) / (span * factor);
    for (let j = 0; j < factor; j++) {
      const re = out[2 * (first + j * span)];
      const im = out[2 * (first + j * span) + 1];
      group[2 * j] = re * cosines[j * turn] - im * sines[j * turn];
      group[2 * j + 1] = re * sines[j * turn] + im * cosines[j * turn];
    }
  }

  /** Bins q and factor - q together: they differ only in the sign of the sine terms. */
  private oddButterfly(out: Float64Array, first: number, span: number, factor: number): void {
    const { group, cosines, sines, size } = this;
    for (let q = 1; 2 * q < factor; q++) {
      let evenRe = group[0];
      let evenIm = group[1];
      let oddRe = 0;
      let oddIm = 0;
      for (let j = 1; 2 * j < factor; j++) {
        const [a, b] = [2 * j, 2 * (factor - j)];
        const at = ((j * q) % factor) * (size / factor);
        evenRe += (group[a] + group[b]) * cosines[at];
        evenIm += (group[a + 1] + group[b + 1]) * cosines[at];
        oddRe -= (group[a + 1] - group[b + 1]) * sines[at];
        oddIm += (group[a] - group[b]) * sines[at];
      }
      this.put(out, first + q * span, evenRe + oddRe, evenIm + oddIm);
      this.put(out, first + (factor - q) * span, evenRe - oddRe, evenIm - oddIm);
    }
  }

  private put(out: Float64Array, index: number, re: number, im: number): void {
    out[2 * index] = re;
    out[2 * index + 1] = im;
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

/** Which input stands where before the first stage: each stage joins transforms of every `factor`-th number. */
function inputOrder(factors: readonly number[]): number[] {
  return factors.reduce(
    (order, factor) => Array.from({ length: factor }, (_, j) => order.map((p) => j + factor * p)).flat(),
    [0],
  );
}
