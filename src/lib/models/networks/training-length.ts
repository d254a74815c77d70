/** How long each network is trained unless its options say otherwise. */
export const trainingLength = {
  mlp: { epochs: 40, members: 3 },
  cnn: { epochs: 30, members: 2 },
  "crnn-attention": { epochs: 30, members: 2 },
} as const;

/**
 * The usual epochs and members of a network.
 *
 * @returns undefined for a model that is no network
 * @example trainingLengthOf("cnn") // { epochs: 30, members: 2 }
 */
export function trainingLengthOf(
  model: string,
): { readonly epochs: number; readonly members: number } | undefined {
  return Object.hasOwn(trainingLength, model)
    ? trainingLength[model as keyof typeof trainingLength]
    : undefined;
}
