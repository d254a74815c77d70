import { InputError } from "../../check";
import type { ClassifierState } from "../classifier";
import { modelNames, restoreModel } from "../create-model";
import { VoiceSpace } from "../normalization/clustered/voice-space";
import { type ColumnBounds, Normalizer } from "../normalization/normalizer";
import { Recognizer, type SavedNormalization } from "./recognizer";

/**
 * Where an array lies in the weights: little-endian, one after the other, each from a multiple of 8
 * bytes on.
 */
export interface StoredArray {
  readonly shape: readonly number[];
  readonly type: "float32" | "float64";
  readonly offset: number;
}

interface StoredNormalizer {
  readonly mean: StoredArray;
  readonly scale: StoredArray;
  readonly weight?: StoredArray;
  readonly lowest?: StoredArray;
  readonly highest?: StoredArray;
}

/** A recognizer without its numbers, as plain JSON. A change of form is a new `format`. */
export interface RecognizerDescription {
  readonly format: 1;
  readonly featureSet: string;
  readonly columns: readonly string[];
  readonly normalize: SavedNormalization;
  readonly labels: readonly string[];
  readonly model: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly weights: Readonly<Record<string, StoredArray>>;
  readonly normalizer: StoredNormalizer;
  /** Of a recognizer trained with normalisation by clusters; axes are speakers x columns. */
  readonly voices?: {
    readonly normalizer: StoredNormalizer;
    readonly axes: StoredArray;
    readonly spread: StoredArray;
  };
  /** Length of the weights in bytes. */
  readonly byteLength: number;
}

/** A recognizer as JSON and one block of bytes; works in browsers, too. */
export function encodeRecognizer(recognizer: Recognizer): {
  readonly description: RecognizerDescription;
  readonly weights: Uint8Array;
} {
  const { model, labels, settings, weights } = recognizer.classifier.save();
  const { voices } = recognizer;
  const packer = new ArrayPacker();
  const description = {
    format: 1 as const,
    featureSet: recognizer.featureSet,
    columns: recognizer.columns,
    normalize: recognizer.normalize,
    labels,
    model,
    settings,
    weights: Object.fromEntries(
      Object.entries(weights).map(([name, { shape, values }]) => [name, packer.add(values, shape)]),
    ),
    normalizer: packNormalizer(recognizer.normalizer, packer),
    ...(voices && { voices: packVoices(voices, packer) }),
  };
  const bytes = packer.bytes();
  return { description: { ...description, byteLength: bytes.length }, weights: bytes };
}

function packNormalizer({ state }: Normalizer, packer: ArrayPacker): StoredNormalizer {
  const { mean, scale, weight, bounds } = state;
  return {
    mean: packer.add(mean, [mean.length]),
    scale: packer.add(scale, [scale.length]),
    ...(weight && { weight: packer.add(weight, [weight.length]) }),
    ...(bounds && {
      lowest: packer.add(bounds.lowest, [mean.length]),
      highest: packer.add(bounds.highest, [mean.length]),
    }),
  };
}

function packVoices({ state }: VoiceSpace, packer: ArrayPacker): RecognizerDescription["voices"] {
  const { normalizer, axes, spread } = state;
  const columns = axes[0].length;
  const flat = new Float64Array(axes.length * columns);
  axes.forEach((axis, i) => {
    flat.set(axis, i * columns);
  });
  return {
    normalizer: packNormalizer(normalizer, packer),
    axes: packer.add(flat, [axes.length, columns]),
    spread: packer.add(spread, [axes.length, axes.length]),
  };
}

class ArrayPacker {
  private readonly parts: Uint8Array[] = [];
  private length = 0;

  add(values: Float32Array | Float64Array, shape: readonly number[]): StoredArray {
    const offset = this.length;
    const padded = new Uint8Array(Math.ceil(values.byteLength / 8) * 8);
    padded.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
    this.parts.push(padded);
    this.length += padded.length;
    return { shape, type: values instanceof Float32Array ? "float32" : "float64", offset };
  }

  bytes(): Uint8Array {
    const out = new Uint8Array(this.length);
    let at = 0;
    for (const part of this.parts) {
      out.set(part, at);
      at += part.length;
    }
    return out;
  }
}

/**
 * The recognizer that was encoded.
 *
 * @throws InputError where the description is of another format or the weights are not its own
 */
export async function decodeRecognizer(
  description: RecognizerDescription,
  weights: Uint8Array,
): Promise<Recognizer> {
  checkDescription(description);
  if (weights.length !== description.byteLength) {
    throw new InputError(
      `the model's weights have ${weights.length} bytes instead of ${description.byteLength}; copy or train it again`,
    );
  }
  // Typed arrays demand that their bytes start at a multiple of 8; those of a copy do (`slice` of a
  // Buffer copies nothing).
  const { buffer } = new Uint8Array(weights);
  const read = (array: StoredArray) => readArray(buffer, array);
  const { model, labels, settings, featureSet, columns, normalize, normalizer, voices } = description;
  const entries = Object.entries(description.weights).map(([name, array]) => [
    name,
    { shape: array.shape, values: read(array) },
  ]);
  const state: ClassifierState = { model, labels, settings, weights: Object.fromEntries(entries) };
  return new Recognizer({
    featureSet,
    columns,
    normalize,
    classifier: await restoreModel(state),
    normalizer: readNormalizer(normalizer, read),
    ...(voices && { voices: readVoices(voices, read) }),
  });
}

type ReadArray = (array: StoredArray) => Float32Array | Float64Array;

function readNormalizer(stored: StoredNormalizer, read: ReadArray): Normalizer {
  const { mean, scale, weight } = stored;
  return new Normalizer({
    mean: Float64Array.from(read(mean)),
    scale: Float64Array.from(read(scale)),
    weight: weight && Float64Array.from(read(weight)),
    bounds: boundsOf(stored, read),
  });
}

function readVoices(
  { normalizer, axes, spread }: NonNullable<RecognizerDescription["voices"]>,
  read: ReadArray,
): VoiceSpace {
  const [speakers, columns] = axes.shape;
  if (columns !== normalizer.mean.shape[0] || spread.shape.join() !== `${speakers},${speakers}`)
    throw new InputError("the model's space of voices is of other columns than its means; train it again");
  const flat = Float64Array.from(read(axes));
  return new VoiceSpace({
    normalizer: readNormalizer(normalizer, read),
    axes: Array.from({ length: speakers }, (_, i) => flat.subarray(i * columns, (i + 1) * columns)),
    spread: Float64Array.from(read(spread)),
  });
}

/** Absent in models of sets that are not conditioned. */
function boundsOf({ mean, lowest, highest }: StoredNormalizer, read: ReadArray): ColumnBounds | undefined {
  if (!lowest || !highest) return undefined;
  if (lowest.shape[0] !== mean.shape[0] || highest.shape[0] !== mean.shape[0])
    throw new InputError("the model's bounds are of other columns than its means; train it again");
  return { lowest: Float64Array.from(read(lowest)), highest: Float64Array.from(read(highest)) };
}

/** @throws InputError where the array reaches beyond the weights or holds what is no number */
function readArray(
  buffer: ArrayBuffer,
  { shape, type, offset }: StoredArray,
): Float32Array<ArrayBuffer> | Float64Array<ArrayBuffer> {
  const length = shape.reduce((product, size) => product * size, 1);
  const Values = type === "float32" ? Float32Array : Float64Array;
  if (!(offset % 8 === 0 && length >= 0 && offset + length * Values.BYTES_PER_ELEMENT <= buffer.byteLength)) {
    throw new InputError(
      `the model's weights end at byte ${buffer.byteLength}, an array of shape ${shape.join(" x ")} at ${offset} does not fit; copy or train it again`,
    );
  }
  const values = new Values(buffer, offset, length);
  if (!values.every(Number.isFinite))
    throw new InputError(
      `the model's weights hold numbers that are not finite, at byte ${offset} and after; copy or train it again`,
    );
  return values;
}

function checkDescription(description: RecognizerDescription): void {
  const { format, model, columns, labels, normalizer, weights } = description ?? {};
  if (format !== 1)
    throw new InputError(`the model is of format ${format}, this version reads format 1; train it again`);
  if (!modelNames.includes(model))
    throw new InputError(`the model is a "${model}", this version knows ${modelNames.join(", ")}`);
  if (Array.isArray(columns) && Array.isArray(labels) && normalizer && weights) return;
  throw new InputError(
    "the model's description is damaged: it lacks columns, labels, normalizer or weights; train it again",
  );
}
