import * as tf from "@tensorflow/tfjs";

/**
 * Gives the networks the graphics processor where there is one that computes in single precision,
 * and plain JavaScript elsewhere: a processor that the browser imitates is slower still.
 */
export async function tensorBackend(): Promise<void> {
  const usesGraphics = hasGraphicsProcessor() && tf.env().getBool("WEBGL_RENDER_FLOAT32_ENABLED");
  await tf.setBackend(usesGraphics ? "webgl" : "cpu");
}

function hasGraphicsProcessor(): boolean {
  const canvas = new OffscreenCanvas(1, 1);
  return canvas.getContext("webgl2", { failIfMajorPerformanceCaveat: true }) !== null;
}
