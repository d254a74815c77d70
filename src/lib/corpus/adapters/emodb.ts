import { basename, join } from "node:path";
import { InputError } from "../../check";
import { isFolder } from "../../disk/is-folder";
import { listSoundFiles } from "../../disk/list-sound-files";
import type { Recording } from "../recording";
import type { Adapter } from "./adapter";

/** EMO-DB's letters are the German words' initials: Wut, Langeweile, Ekel, Angst, Freude, Trauer, neutral. */
const EMOTIONS: Readonly<Record<string, string>> = {
  W: "anger",
  L: "boredom",
  E: "disgust",
  A: "fear",
  F: "happiness",
  T: "sadness",
  N: "neutral",
};
const MALE = ["03", "10", "11", "12", "15"];
const NAME = /^(\d\d)([a-z]\d\d)([A-Z])([a-z]?)\.[^.]+$/i;

/**
 * Berlin Database of Emotional Speech (Burkhardt et al. 2005): a `wav` folder or the files themselves, named speaker, text, letter,
 * take (`03a01Wa.wav`). Labels get their common names, the letter stays in `extra.original`; an unknown letter is an error.
 */
export const emodb: Adapter = {
  name: "emodb",
  licence: "freely available for research; published as CC0 by audEERING",
  recognises(path) {
    const names = isFolder(path) ? listSoundFiles(join(path, audioFolder(path))) : [];
    return names.length > 0 && names.filter((name) => NAME.test(name)).length > names.length / 2;
  },
  open(path) {
    const inner = audioFolder(path);
    const files = listSoundFiles(join(path, inner)).map((name) => (inner ? `${inner}/${name}` : name));
    return { root: path, recordings: files.map((file) => recording(path, file)) };
  },
};

function audioFolder(path: string): string {
  return isFolder(join(path, "wav")) ? "wav" : "";
}

function recording(root: string, file: string): Recording {
  const match = NAME.exec(basename(file));
  if (!match) {
    throw new InputError(
      `${file}: an EMO-DB file is named speaker, text, letter, take, such as 03a01Wa.wav; rename it, or list the files in a metadata.csv`,
    );
  }
  const [, speaker, text, letter, take] = match;
  const emotion = EMOTIONS[letter];
  if (!emotion) {
    const letters = Object.keys(EMOTIONS).join(", ");
    throw new InputError(
      `${file}: unknown emotion letter "${letter}", EMO-DB has ${letters}; rename it, or list the files in a metadata.csv`,
    );
  }
  const gender = MALE.includes(speaker) ? "male" : "female";
  return {
    file,
    path: join(root, file),
    speaker,
    emotion,
    extra: { original: letter, text, take, gender },
  };
}
