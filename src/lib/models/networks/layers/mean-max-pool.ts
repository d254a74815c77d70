import * as tf from "@tensorflow/tfjs";

/**
 * Mean and maximum of each channel over the whole map, whatever its size: rows x height x width x
 * channels to rows x 2 channels. The gradient is written out because the library's own builds
 * arrays of ones in JavaScript at every step.
 *
 * @example meanMaxPool(tf.tensor([1, 3], [1, 2, 1, 1])) // [[2, 3]]
 */
export const meanMaxPool = tf.customGrad((x, save) => {
  const map = x as tf.Tensor4D;
  const [rows, height, width, channels] = map.shape;
  const largest = tf.max(map, [1, 2], true);
  (save as tf.GradSaveFunc)([map, largest]);
  const value = tf.concat([tf.mean(map, [1, 2]), tf.reshape(largest, [rows, channels])], 1);
  const gradFunc = (dy: tf.Tensor, [input, maxima]: tf.Tensor[]) => {
    const [byMean, byMax] = tf.split(tf.reshape(dy, [rows, 1, 1, 2 * channels]), 2, 3);
    const isMax = tf.cast(tf.equal(input, maxima), "float32");
    return tf.add(tf.mul(isMax, byMax), tf.div(byMean, height * width));
  };
  return { value, gradFunc };
});
