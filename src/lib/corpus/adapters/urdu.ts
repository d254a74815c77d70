import { basename, join } from "node:path";
import { InputError } from "../../check";
import { listSoundFiles } from "../../disk/list-sound-files";
import type { Recording } from "../recording";
import type { Adapter } from "./adapter";

/** The corpus's folders and its file names' letters, with the common names. */
const EMOTIONS = {
  Angry: { letter: "A", emotion: "anger" },
  Happy: { letter: "H", emotion: "happiness" },
  Neutral: { letter: "N", emotion: "neutral" },
  Sad: { letter: "S", emotion: "sadness" },
} as const;
type Folder = keyof typeof EMOTIONS;
const FOLDERS = Object.keys(EMOTIONS) as Folder[];
const NAME = /^(S([FM])\d+)_F\d+_([A-Z])\d+\.[^.]+$/i;

/**
 * URDU (Latif et al. 2018): the folders Angry, Happy, Neutral and Sad, files named speaker, number, letter and number
 * (`SM4_F30_A082.wav`). Labels get their common names, the folder's word stays in `extra.original`; an unknown letter is an error.
 */
export const urdu: Adapter = {
  name: "urdu",
  licence: "research only",
  recognises(path) {
    return FOLDERS.some((folder) => listSoundFiles(join(path, folder)).some((name) => NAME.test(name)));
  },
  open(path) {
    const recordings = FOLDERS.flatMap((folder) =>
      listSoundFiles(join(path, folder)).map((name) => recording(path, folder, `${folder}/${name}`)),
    );
    return { root: path, recordings };
  },
};

function recording(root: string, folder: Folder, file: string): Recording {
  const match = NAME.exec(basename(file));
  if (!match) {
    throw new InputError(
      `${file}: a URDU file is named speaker, number, letter and number, such as SM4_F30_A082.wav; rename it, or list the files in a metadata.csv`,
    );
  }
  const [, speaker, gender, letter] = match;
  const { letter: expected, emotion } = EMOTIONS[folder];
  if (letter.toUpperCase() !== expected) {
    throw new InputError(
      `${file}: unknown emotion letter "${letter}", the folder ${folder} has ${expected}; rename it, or list the files in a metadata.csv`,
    );
  }
  const extra = { original: folder, gender: gender.toUpperCase() === "M" ? "male" : "female" };
  return { file, path: join(root, file), speaker, emotion, extra };
}
