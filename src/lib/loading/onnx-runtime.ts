import { createRequire } from "node:module";
import { InputError } from "../check";

/**
 * The part of onnxruntime-node that is used here; the package is an optional install, so its own
 * types are not there.
 */
export interface OnnxRuntime {
  readonly InferenceSession: {
    create(path: string, options: { readonly intraOpNumThreads: number }): Promise<OnnxSession>;
  };
  readonly Tensor: new (
    type: "float32" | "int64",
    data: Float32Array | BigInt64Array,
    dims: readonly number[],
  ) => OnnxTensor;
}

export interface OnnxSession {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  run(inputs: Readonly<Record<string, OnnxTensor>>): Promise<Readonly<Record<string, OnnxTensor>>>;
}

export interface OnnxTensor {
  readonly type: string;
  readonly data: unknown;
  readonly dims: readonly number[];
}

/** A variable, so that nothing looks for the package before it is needed. */
const packageName = "onnxruntime-node";

/** @throws InputError that tells how to install it, where it is not */
export function loadOnnxRuntime(): OnnxRuntime {
  try {
    return createRequire(__filename)(packageName);
  } catch {
    throw new InputError(
      "models in ONNX files need the optional package onnxruntime-node: " +
        "ONNXRUNTIME_NODE_INSTALL=skip npm install --no-save onnxruntime-node@1.30.0",
    );
  }
}

/**
 * A model in an ONNX file, ready to run on one thread: the same bits on every run, and the workers
 * share the cores already.
 *
 * @throws InputError where the file is no model
 */
export async function openOnnxModel({ InferenceSession }: OnnxRuntime, path: string): Promise<OnnxSession> {
  try {
    return await InferenceSession.create(path, { intraOpNumThreads: 1 });
  } catch (error) {
    throw new InputError(`${path} is no ONNX model that can be run (${(error as Error).message})`);
  }
}
