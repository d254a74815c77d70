import { InputError } from "../../check";
import type { LstmLayer } from "./lstm-layer";

/**
 * The pretrained voice encoder's weights: three layers of 256 units on 40 mel bands (PyPI package
 * resemblyzer 0.1.4, Apache-2.0).
 */
export interface VoiceWeights {
  readonly layers: readonly LstmLayer[];
}

const MEL_BANDS = 40;
const UNITS = 256;
const LAYERS = 3;
const GATE_ROWS = 4 * UNITS;

/** Numbers in the file of weights. */
export const VOICE_WEIGHT_COUNT = GATE_ROWS * (MEL_BANDS + UNITS + (LAYERS - 1) * 2 * UNITS + LAYERS * 2);

/**
 * Takes the file of weights apart: single-precision numbers as PyTorch flattens them, each layer's
 * input and state weights first, then each layer's two biases.
 *
 * @throws InputError for a file of another length
 * @example voiceWeights(new Float32Array(VOICE_WEIGHT_COUNT)).layers.length // 3
 */
export function voiceWeights(numbers: Float32Array): VoiceWeights {
  if (numbers.length !== VOICE_WEIGHT_COUNT) {
    throw new InputError(
      `the voice encoder's weights are ${numbers.length} numbers, they must be ${VOICE_WEIGHT_COUNT}`,
    );
  }
  let next = 0;
  const take = (count: number) => {
    next += count;
    return numbers.subarray(next - count, next);
  };
  const matrices = Array.from({ length: LAYERS }, (_, layer) => {
    const inputs = layer === 0 ? MEL_BANDS : UNITS;
    return {
      inputs,
      units: UNITS,
      inputWeights: take(GATE_ROWS * inputs),
      stateWeights: take(GATE_ROWS * UNITS),
    };
  });
  const layers = matrices.map((matrix) => {
    const [a, b] = [take(GATE_ROWS), take(GATE_ROWS)];
    return { ...matrix, biases: a.map((value, i) => value + b[i]) };
  });
  return { layers };
}
