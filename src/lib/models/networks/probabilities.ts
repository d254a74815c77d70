import * as tf from "@tensorflow/tfjs";
import type { Row } from "../../features/row";
import type { Network } from "./network";
import { toTensor } from "./training/gradient-step";
import { toTensors, type Weights } from "./weights";

/**
 * Class probabilities of prepared rows, one array a row. Leaves no tensor behind, and between
 * batches no more than their outputs.
 */
export async function probabilities<X extends Row>(
  network: Network<X>,
  weights: Weights,
  rows: readonly X[],
): Promise<number[][]> {
  const outputs = tf.tidy(() => {
    const tensors = toTensors(weights);
    return network
      .predictionBatches(rows)
      .map((batch) => tf.tidy(() => tf.softmax(network.scores(tensors, toTensor(batch))) as tf.Tensor2D));
  });
  const values = await Promise.all(outputs.map((output) => output.array()));
  tf.dispose(outputs);
  return values.flat();
}
