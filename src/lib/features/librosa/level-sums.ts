/**
 * Powers multiplied before a logarithm is taken: sixteen of them, each up to 1e10 times the floor,
 * stay far from overflow.
 */
const atOnce = 16;

/**
 * Sums levels in dB over time, band by band: `10 log10(max(floor, power))`. Products of powers
 * stand for sums of logarithms, which cost more than all else.
 *
 * @example
 * const levels = new LevelSums(1, 1e-10);
 * levels.add(Float64Array.of(0.1)); levels.add(Float64Array.of(0)); levels.sums() // [-110]
 */
export class LevelSums {
  private readonly products: Float64Array;
  private readonly logarithms: Float64Array;
  private frames = 0;

  /**
   * @param bands numbers per frame
   * @param floor smaller powers are taken for this one; higher ones may be up to 1e10 times as much
   */
  constructor(
    bands: number,
    private readonly floor: number,
  ) {
    this.products = new Float64Array(bands).fill(1);
    this.logarithms = new Float64Array(bands);
  }

  /** Adds the powers of one frame. */
  add(powers: Float32Array | Float64Array): void {
    const { products, floor } = this;
    const scale = 1 / floor;
    for (let band = 0; band < products.length; band++) {
      if (powers[band] > floor) products[band] *= powers[band] * scale;
    }
    this.frames++;
    if (this.frames % atOnce === 0) this.takeLogarithms();
  }

  /** The sums so far, in dB. */
  sums(): Float64Array {
    this.takeLogarithms();
    const floorDb = 10 * Math.log10(this.floor);
    return this.logarithms.map((logarithm) => 10 * logarithm + this.frames * floorDb);
  }

  private takeLogarithms(): void {
    const { products, logarithms } = this;
    for (let band = 0; band < products.length; band++) {
      logarithms[band] += Math.log10(products[band]);
      products[band] = 1;
    }
  }
}
