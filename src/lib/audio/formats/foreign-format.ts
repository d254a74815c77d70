import { InputError } from "../../check";

/** What a decoder's own error means: the file is damaged. */
export function damagedFile(error: unknown, file: string): InputError {
  if (error instanceof InputError) return error;
  const { message } = error as Error;
  return new InputError(`${file} is damaged: ${message}; copy the file again`);
}

/** A recording in a format that is known but not decoded here; ffmpeg may. */
export class ForeignFormat extends InputError {
  /**
   * @param file what errors call it
   * @param format such as "M4A (AAC or ALAC)"
   */
  constructor(
    file: string,
    readonly format: string,
  ) {
    const stem = file.replace(/\.[^./\\]*$/, "");
    super(
      `${file} is ${format}, which is not decoded here; convert it: ffmpeg -i "${file}" "${stem}-converted.wav"`,
    );
  }
}
