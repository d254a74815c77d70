/**
 * Whether a split holds speakers out, so that it must be known who speaks.
 *
 * @param spec as given to `makeFolds`
 * @example needsSpeakers("random-5") // false
 */
export function needsSpeakers(spec: string): boolean {
  return /^(loso|group-|stratified-group-|speaker\+text)/.test(spec);
}
