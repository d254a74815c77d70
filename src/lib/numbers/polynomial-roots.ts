const maxSteps = 60;
/**
 * Relative steps that end a search: the method's error falls with the third power, so that the last
 * step's own is far smaller.
 */
const coarse = 1e-3;
const fine = 1e-6;

/**
 * The complex roots of a real polynomial in the upper half plane, by Laguerre's method with
 * deflation, each polished on the whole polynomial (Press et al., "Numerical Recipes", section
 * 9.5).
 */
export class UpperRoots {
  /** Real and imaginary parts of the roots found, interleaved. */
  readonly roots: Float64Array;
  private readonly whole: Float64Array;
  private readonly rest: Float64Array;
  private degree: number;
  private re = 0;
  private im = 0;

  /** @param degree of the polynomials */
  constructor(degree: number) {
    this.degree = degree;
    this.roots = new Float64Array(2 * degree);
    this.whole = new Float64Array(degree + 1);
    this.rest = new Float64Array(degree + 1);
  }

  /**
   * Finds the roots with an imaginary part above zero.
   *
   * @param coefficients degree + 1 numbers, the highest power first, which must not be zero
   * @returns how many were found
   */
  find(coefficients: ArrayLike<number>): number {
    const { whole, rest, roots } = this;
    whole.set(coefficients);
    rest.set(coefficients);
    let found = 0;
    for (this.degree = whole.length - 1; this.degree > 0; ) {
      this.re = 0;
      this.im = 0;
      this.laguerre(rest, this.degree, coarse);
      this.laguerre(whole, whole.length - 1, fine);
      if (Math.abs(this.im) <= 1e-9 * Math.abs(this.re) || this.degree === 1) {
        this.deflateReal();
        continue;
      }
      roots[2 * found] = this.re;
      roots[2 * found + 1] = Math.abs(this.im);
      found++;
      this.deflatePair();
    }
    return found;
  }

  /**
   * Moves (re, im) to the nearest root of a polynomial, until a step is shorter than `precision`
   * times the root's distance from 0.
   */
  private laguerre(a: Float64Array, degree: number, precision: number): void {
    let { re, im } = this;
    for (let step = 0; step < maxSteps; step++) {
      let pRe = a[0];
      let pIm = 0;
      let dRe = 0;
      let dIm = 0;
      let sRe = 0;
      let sIm = 0;
      for (let i = 1; i <= degree; i++) {
        const s = sRe * re - sIm * im + dRe;
        sIm = sRe * im + sIm * re + dIm;
        sRe = s;
        const d = dRe * re - dIm * im + pRe;
        dIm = dRe * im + dIm * re + pIm;
        dRe = d;
        const p = pRe * re - pIm * im + a[i];
        pIm = pRe * im + pIm * re;
        pRe = p;
      }
      const size = pRe * pRe + pIm * pIm;
      if (size < 1e-30) break;
      // G = p'/p, H = G^2 - p''/p (s is half of p''), and the step is n / (G +- sqrt((n - 1)(n H -
      // G^2))).
      const inverse = 1 / size;
      const gRe = (dRe * pRe + dIm * pIm) * inverse;
      const gIm = (dIm * pRe - dRe * pIm) * inverse;
      const g2Re = gRe * gRe - gIm * gIm;
      const g2Im = 2 * gRe * gIm;
      const hRe = g2Re - 2 * (sRe * pRe + sIm * pIm) * inverse;
      const hIm = g2Im - 2 * (sIm * pRe - sRe * pIm) * inverse;
      const radRe = (degree - 1) * (degree * hRe - g2Re);
      const radIm = (degree - 1) * (degree * hIm - g2Im);
      const length = Math.sqrt(radRe * radRe + radIm * radIm);
      let rootRe = Math.sqrt(Math.max(0, (length + radRe) / 2));
      let rootIm = Math.sqrt(Math.max(0, (length - radRe) / 2)) * (radIm < 0 ? -1 : 1);
      if (gRe * rootRe + gIm * rootIm < 0) {
        rootRe = -rootRe;
        rootIm = -rootIm;
      }
      const downRe = gRe + rootRe;
      const downIm = gIm + rootIm;
      const down = downRe * downRe + downIm * downIm;
      const moveRe = down > 0 ? (degree * downRe) / down : 1;
      const moveIm = down > 0 ? (-degree * downIm) / down : step;
      re -= moveRe;
      im -= moveIm;
      if (moveRe * moveRe + moveIm * moveIm < precision * precision * (re * re + im * im)) break;
    }
    this.re = re;
    this.im = im;
  }

  /** Divides the rest by (z - re). */
  private deflateReal(): void {
    for (let i = 1; i < this.degree; i++) this.rest[i] += this.re * this.rest[i - 1];
    this.degree -= 1;
  }

  /** Divides the rest by the quadratic of (re, im) and its conjugate. */
  private deflatePair(): void {
    const { rest } = this;
    const twice = 2 * this.re;
    const square = this.re * this.re + this.im * this.im;
    for (let i = 1; i <= this.degree - 2; i++) {
      rest[i] += twice * rest[i - 1] - (i > 1 ? square * rest[i - 2] : 0);
    }
    this.degree -= 2;
  }
}
