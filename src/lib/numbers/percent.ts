/**
 * A share in whole percent.
 *
 * @example percent(0.256) // "26 %"
 */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
