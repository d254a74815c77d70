import * as tf from "@tensorflow/tfjs";

/** Gives the networks the graphics processor where it computes in single precision, and plain JavaScript elsewhere. */
export async function tensorBackend(): Promise<void> {
  await tf.ready();
  if (tf.getBackend() === "webgl" && !tf.env().getBool("WEBGL_RENDER_FLOAT32_ENABLED")) {
    await tf.setBackend("cpu");
  }
}
