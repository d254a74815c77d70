/**
 * Fewer harmonics than this between two neighbouring formants, some 1000 Hz apart, do not draw
 * their hills.
 */
const TEETH_OF_A_HILL = 5;

/**
 * How long a period of the voice lasts, and how many of them a frame holds.
 *
 * @param f0Hz nothing where no steady voice was found
 * @example periodText(100, 0.025) // "Here the pitch is about 100 Hz: one repetition lasts 10.0 ms, and a frame holds 2.5 of them."
 */
export function periodText(f0Hz: number | undefined, windowSeconds: number): string {
  if (f0Hz === undefined)
    return "No steady voice was found in this recording, so no pattern need repeat here.";
  return `Here the pitch is about ${f0Hz.toFixed(0)} Hz: one repetition lasts ${(1000 / f0Hz).toFixed(1)} ms, and a frame holds ${(f0Hz * windowSeconds).toFixed(1)} of them.`;
}

/**
 * Whether the harmonics of a voice stand close enough to show the formants.
 *
 * @param f0Hz nothing where no steady voice was found
 * @example harmonicsText(100) // "At a pitch of 100 Hz the teeth stand 100 Hz apart, close enough to draw the hills."
 */
export function harmonicsText(f0Hz: number | undefined): string {
  if (f0Hz === undefined) return "Without a steady voice there need be no comb.";
  const pitch = `${f0Hz.toFixed(0)} Hz`;
  const verdict =
    1000 / f0Hz < TEETH_OF_A_HILL
      ? "too far to draw the hills: do not take a tooth for a formant"
      : "close enough to draw the hills";
  return `At a pitch of ${pitch} the teeth stand ${pitch} apart, ${verdict}.`;
}
