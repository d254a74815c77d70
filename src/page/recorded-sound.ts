import { encodeWav } from "../lib/audio/encode-wav";
import { pcm16 } from "./sources/pcm16";

/**
 * What the microphone gave, in 16 bit, to be played afterwards; longer recordings are given up, so
 * that memory stays small.
 */
const LONGEST_SECONDS = 600;

/** Collects samples for playing; in this page only. */
export class RecordedSound {
  private pieces: Int16Array[] = [];
  private count = 0;

  /** @param sampleRate in Hz */
  constructor(private readonly sampleRate: number) {}

  push(samples: Float32Array): void {
    this.count += samples.length;
    if (this.count > LONGEST_SECONDS * this.sampleRate) this.pieces = [];
    else this.pieces.push(pcm16(samples));
  }

  /** A WAV file, undefined when there is nothing or too much. */
  file(): Blob | undefined {
    const wav = this.part(0, this.count / this.sampleRate);
    return wav && new Blob([wav as Uint8Array<ArrayBuffer>], { type: "audio/wav" });
  }

  /** A stretch of it as a WAV file, undefined when there is nothing or too much. */
  part(startSeconds: number, endSeconds: number): Uint8Array | undefined {
    if (this.pieces.length === 0) return undefined;
    const samples = new Float32Array(this.count);
    let at = 0;
    for (const piece of this.pieces) for (const value of piece) samples[at++] = value / 32768;
    const [start, end] = [startSeconds, endSeconds].map((seconds) => Math.round(seconds * this.sampleRate));
    return encodeWav(samples.subarray(start, end), this.sampleRate);
  }
}
