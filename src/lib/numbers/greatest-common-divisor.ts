/** @example greatestCommonDivisor(48000, 44100) // 300 */
export function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
