import type { ClassifierState } from "../classifier";

/** What one layer hands on: frames x bands x channels, or numbers alone. */
export interface LayerShape {
  readonly name: string;
  readonly frames?: number;
  readonly bands?: number;
  /** Channels; where there are no frames, how many numbers. */
  readonly channels: number;
}

/**
 * What each layer of a convolutional network hands on, from a recording of so many frames to the
 * scores; read off the shapes of its weights.
 *
 * @param frames of the log-mel matrix, before the first averaging
 * @throws TypeError where the weights are of another kind of network
 */
export function networkShapes(frames: number, bands: number, { weights }: ClassifierState): LayerShape[] {
  const shapeOf = (name: string) => weights[`member1.${name}`].shape;
  const layers = ["conv1", "conv2", "conv3"].filter((layer) => `member1.${layer}.kernel` in weights);
  const [pooled, classes] = shapeOf("output.kernel");
  const shapes: LayerShape[] = [{ name: "log-mel", frames, bands, channels: 1 }];
  let [width, height] = [Math.ceil(frames / 2), Math.floor(bands / 2)];
  shapes.push({ name: "averaged 2 × 2", frames: width, bands: height, channels: 1 });
  for (const [i, layer] of layers.entries()) {
    [width, height] = [Math.ceil(width / 2), Math.ceil(height / 2)];
    shapes.push({
      name: `convolution ${i + 1}`,
      frames: width,
      bands: height,
      channels: shapeOf(`${layer}.kernel`)[3],
    });
  }
  shapes.push({ name: "mean, maximum", channels: pooled });
  shapes.push({ name: "emotions", channels: classes });
  return shapes;
}
