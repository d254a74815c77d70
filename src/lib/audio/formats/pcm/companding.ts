/** All values of A-law, whose even bits are inverted on the line. */
const alawTable = Float32Array.from({ length: 256 }, (_, code) => {
  const bits = code ^ 0x55;
  const exponent = (bits >> 4) & 7;
  const mantissa = ((bits & 15) << 4) + 8;
  const level = exponent === 0 ? mantissa : (mantissa + 256) << (exponent - 1);
  return (bits & 0x80 ? level : -level) / 32768;
});

/** All values of mu-law, whose bits are all inverted on the line. */
const mulawTable = Float32Array.from({ length: 256 }, (_, code) => {
  const bits = ~code & 255;
  const level = ((((bits & 15) << 3) + 132) << ((bits >> 4) & 7)) - 132;
  return (bits & 0x80 ? 0 - level : level) / 32768;
});

/**
 * A sample of A-law (ITU-T G.711), as the 16 bit value that libsndfile and sox give it, full scale
 * as 1.
 *
 * @example alawSample(0xd5) // 0.000244140625
 */
export const alawSample = (code: number): number => alawTable[code];

/**
 * A sample of mu-law (ITU-T G.711), as the 16 bit value that libsndfile and sox give it, full scale
 * as 1.
 *
 * @example mulawSample(0x80) // 0.9803466796875
 */
export const mulawSample = (code: number): number => mulawTable[code];
