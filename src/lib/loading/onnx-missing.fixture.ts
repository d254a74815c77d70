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
