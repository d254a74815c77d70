import { basename } from "node:path";
import { InputError } from "../../check";
import { decodeText } from "../../disk/decode-text";
import { isJsonObject } from "../../disk/is-json-object";
import { readNamedFile } from "../../disk/read-named-file";
import type { LabelMap, Renaming } from "./label-map";

/**
 * Reads a label map: `{"Wut": "anger", "other": null}`, or `{"emotion": {...}, "speaker": {...}}`.
 *
 * @throws InputError naming the file and the entry that is no word or null
 */
export function readLabelMap(path: string): LabelMap {
  const file = basename(path);
  const read = parse(decodeText(readNamedFile(path), file), file);
  const nested = Object.values(read).some((value) => typeof value === "object" && value !== null);
  if (!nested) return { emotion: renaming(read, file), speaker: {} };
  const { emotion = {}, speaker = {}, ...others } = read;
  const [stranger] = Object.keys(others);
  if (stranger !== undefined)
    throw new InputError(`${file}: "${stranger}" must be a word, or the map is of emotion and speaker`);
  return { emotion: renaming(emotion, file), speaker: renaming(speaker, file) };
}

function parse(text: string, file: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (isJsonObject(value)) return value;
  } catch {
    // told below, as anything else that is no object
  }
  throw new InputError(
    `${file} is no label map; write a JSON object such as {"Wut": "anger", "other": null}`,
  );
}

function renaming(value: unknown, file: string): Renaming {
  if (!isJsonObject(value))
    throw new InputError(`${file}: ${JSON.stringify(value)} must be an object of words`);
  const wrong = Object.entries(value).find(
    ([, word]) => word !== null && (typeof word !== "string" || !word),
  );
  if (wrong === undefined) return value as Renaming;
  throw new InputError(
    `${file}: "${wrong[0]}" is mapped to ${JSON.stringify(wrong[1])}, it must be a word, or null to leave its recordings out`,
  );
}
