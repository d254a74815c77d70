import { createRequire } from "node:module";

/** Why tests of ONNX models cannot run here; false where they can. */
export const onnxMissing = isInstalled("onnxruntime-node")
  ? false
  : "onnxruntime-node is not installed: ONNXRUNTIME_NODE_INSTALL=skip npm install --no-save onnxruntime-node@1.30.0";

function isInstalled(name: string): boolean {
  try {
    createRequire(__filename).resolve(name);
    return true;
  } catch {
    return false;
  }
}

/** Pieces of a model in protobuf (onnx.proto3). */
export const onnx = {
  /** A node with attributes. */
  node: (type: string, inputs: string[], output: string, ...attributes: number[][]) =>
    message(
      1,
      inputs.flatMap((name) => text(1, name)),
      text(2, output),
      text(4, type),
      ...attributes,
    ),
  /** An attribute of integers. */
  integers: (name: string, values: number[]) =>
    message(
      5,
      text(1, name),
      values.flatMap((value) => number(8, value)),
      number(20, 7),
    ),
  /** A constant. Types: 1 float, 7 int64. */
  tensor: (name: string, type: number, dims: number[], bytes: ArrayBuffer) =>
    message(
      5,
      dims.flatMap((dim) => number(1, dim)),
      number(2, type),
      text(8, name),
      bytesField(9, bytes),
    ),
  input: (name: string, dims: (number | string)[], type = 1) => value(11, name, dims, type),
  output: (name: string, dims: (number | string)[], type = 1) => value(12, name, dims, type),
  /** The whole model, operator set 13. */
  model: (...graph: number[][]) =>
    Uint8Array.from([
      ...number(1, 8),
      ...message(8, text(1, ""), number(2, 13)),
      ...message(7, ...graph, text(2, "tiny")),
    ]),
};

function value(field: number, name: string, dims: (number | string)[], type: number): number[] {
  const shape = dims.map((dim) =>
    typeof dim === "number" ? message(1, number(1, dim)) : message(1, text(2, dim)),
  );
  return message(field, text(1, name), message(2, message(1, number(1, type), message(2, shape.flat()))));
}

function message(field: number, ...parts: number[][]): number[] {
  const content = parts.flat();
  return [...varint(field * 8 + 2), ...varint(content.length), ...content];
}

function number(field: number, value: number): number[] {
  return [...varint(field * 8), ...varint(value)];
}

function text(field: number, value: string): number[] {
  return message(field, [...new TextEncoder().encode(value)]);
}

function bytesField(field: number, bytes: ArrayBuffer): number[] {
  return message(field, [...new Uint8Array(bytes)]);
}

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...varint(value >>> 7)];
}
