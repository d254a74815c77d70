import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { decodeWav } from "../../lib/audio/decode-wav";
import { encodeWav } from "../../lib/audio/encode-wav";
import { InputError } from "../../lib/check";
import { checkPlace, writeFile } from "../../lib/disk/paths";
import type { Correction, KeptCorrections } from "../../lib/live/correction";

const manifest = "metadata.csv";
const columns = ["file", "emotion", "speaker", "predicted"];
const longestSeconds = 60;

/**
 * Corrected utterances as a corpus that every command opens: `metadata.csv` and `wav/`. Nothing is
 * ever deleted or replaced here.
 */
export class CorrectionStore {
  private readonly rows: Correction[];

  /**
   * @param folder made with the first correction; it may hold earlier ones
   * @param labels that a correction may have
   * @throws InputError for a folder that holds anything else
   */
  constructor(
    readonly folder: string,
    private readonly labels: readonly string[],
  ) {
    checkPlace(folder);
    const path = join(folder, manifest);
    if (!existsSync(path) && existsSync(folder) && readdirSync(folder).length > 0)
      throw new InputError(`${folder} holds other files and no corrections; choose another folder`);
    const { data, meta } = Papa.parse<Correction>(existsSync(path) ? readFileSync(path, "utf8") : "", {
      header: true,
      skipEmptyLines: true,
    });
    if (data.length > 0 && meta.fields?.join() !== columns.join())
      throw new InputError(`${path} has other columns than ${columns.join(", ")}; choose another folder`);
    this.rows = data;
  }

  get kept(): KeptCorrections {
    const count = (values: readonly string[]) => new Set(values).size;
    return {
      folder: this.folder,
      recordings: this.rows.length,
      speakers: count(this.rows.map(({ speaker }) => speaker)),
      emotions: count(this.rows.map(({ emotion }) => emotion)),
    };
  }

  /**
   * Keeps an utterance: its sound first, then its row.
   *
   * @param wav of 60 s at most; it is written anew, so that nothing but sound is kept
   * @throws InputError for what is no such file, or a correction with a label or a name that is
   *   none
   */
  keep(wav: Uint8Array, correction: Correction): KeptCorrections {
    this.check(correction);
    const { samples, sampleRate } = decodeWav(wav, "the utterance");
    if (samples.length > longestSeconds * sampleRate)
      throw new InputError(`an utterance may have ${longestSeconds} s; correct shorter ones`);
    const file = this.nextFile();
    writeFile(join(this.folder, file), encodeWav(samples, sampleRate));
    const rows = [...this.rows, { file, ...correction }];
    writeFile(join(this.folder, manifest), `${Papa.unparse(rows, { columns, newline: "\n" })}\n`);
    this.rows.push({ ...rows[rows.length - 1] });
    return this.kept;
  }

  /**
   * After all that is there: rows may have been taken out by hand, or another service keeps here.
   */
  private nextFile(): string {
    const folder = join(this.folder, "wav");
    const names = existsSync(folder) ? readdirSync(folder) : [];
    const last = names.reduce((most, name) => Math.max(most, Number.parseInt(name, 10) || 0), 0);
    return `wav/${String(last + 1).padStart(4, "0")}.wav`;
  }

  private check({ emotion, speaker, predicted }: Correction): void {
    const { labels } = this;
    if (!labels.includes(emotion))
      throw new InputError(`emotion=${emotion} must be one of ${labels.join(", ")}`);
    if (predicted !== "" && !labels.includes(predicted))
      throw new InputError(`predicted=${predicted} must be empty or one of ${labels.join(", ")}`);
    if (!/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,39}$/u.test(speaker))
      throw new InputError("speaker must be a name of 1 to 40 letters, digits, spaces and . _ -");
  }
}
