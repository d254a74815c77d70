import { readdirSync } from "node:fs";
import { join } from "node:path";
import { isFolder } from "./is-folder";

/** Endings of the files that are taken for recordings; what they hold is told by their content. */
const SOUND_ENDING =
  /\.(wav|wave|w64|rf64|bwf|aiff?|aifc|au|snd|caf|flac|mp3|ogg|oga|opus|m4a|aac|mp4|m4v|mov|webm|mka|mkv|wma|wmv|amr|3gp|avi|flv)$/i;

/** Whether a file's name ends as recordings' do; videos, whose sound is taken, among them. */
function isSoundFileName(name: string): boolean {
  return SOUND_ENDING.test(name);
}

/**
 * Names of the sound files in a folder, sorted; hidden ones (macOS leaves `._x.wav`) are left out. Empty where
 * there is no such folder.
 *
 * @example listSoundFiles("ann")[0] // "anger1.wav"
 */
export function listSoundFiles(folder: string): string[] {
  if (!isFolder(folder)) return [];
  return readdirSync(folder)
    .filter((name) => isSoundFileName(name) && !name.startsWith("."))
    .filter((name) => !isFolder(join(folder, name)))
    .sort();
}
