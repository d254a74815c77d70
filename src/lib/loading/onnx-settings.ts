import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { checkOneOf, checkPositive, InputError, inFile } from "../check";
import { isJsonObject } from "../disk/is-json-object";

/** How an encoder in an ONNX file is to be used: the JSON beside it. */
export interface OnnxSettings {
  /** Absolute path of the ONNX file; in the JSON relative to it. */
  readonly model: string;
  /** Name of the input: samples of one recording, 1 x samples, single precision. */
  readonly input: string;
  /** Name of the output: 1 x frames x columns. */
  readonly output: string;
  /** What the encoder hears, in Hz. */
  readonly sampleRate: number;
  /**
   * "none" (the default) or "standard": each recording with mean 0 and variance 1, as most wav2vec2
   * models expect.
   */
  readonly normalize: "none" | "standard";
  /** Statistics over time, in the order of the columns. */
  readonly pooling: readonly ("mean" | "std")[];
}

const known = ["model", "input", "output", "sampleRate", "normalize", "pooling"];

/**
 * Reads the settings of an encoder.
 *
 * @throws InputError that names the file and the field
 * @example
 * const model = { model: "wav2vec2.onnx", input: "input_values", output: "last_hidden_state" };
 * const settings = { ...model, sampleRate: 16000, normalize: "standard", pooling: ["mean", "std"] };
 * writeFile("wav2vec2.onnx", "");
 * writeFile("wav2vec2.json", JSON.stringify(settings));
 * readOnnxSettings("wav2vec2.json").pooling // ["mean", "std"]
 */
export function readOnnxSettings(path: string): OnnxSettings {
  try {
    return checked(parse(path), path);
  } catch (error) {
    throw inFile(error, path);
  }
}

function parse(path: string): Readonly<Record<string, unknown>> {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT")
      throw new InputError("the file is missing; correct its path");
    throw new InputError(`cannot be read as JSON (${(error as Error).message})`);
  }
  if (isJsonObject(json)) return json;
  throw new InputError(`must be an object with ${known.join(", ")}`);
}

function checked(json: Record<string, unknown>, path: string): OnnxSettings {
  const unknown = Object.keys(json).find((field) => !known.includes(field));
  if (unknown) throw new InputError(`field "${unknown}" is unknown, it must be one of ${known.join(", ")}`);
  checkPositive("sampleRate", Number(json.sampleRate), "Hz");
  const pooling = Array.isArray(json.pooling) ? json.pooling.map(String) : [];
  if (pooling.length === 0) throw new InputError('pooling must be a list such as ["mean", "std"]');
  return {
    model: resolve(dirname(path), text(json, "model")),
    input: text(json, "input"),
    output: text(json, "output"),
    sampleRate: Number(json.sampleRate),
    normalize: checkOneOf("normalize", String(json.normalize ?? "none"), ["none", "standard"]),
    pooling: pooling.map((statistic) => checkOneOf("pooling", statistic, ["mean", "std"])),
  };
}

function text(json: Record<string, unknown>, field: string): string {
  const value = json[field];
  if (typeof value === "string" && value !== "") return value;
  throw new InputError(`${field}=${JSON.stringify(value)} must be a name`);
}
