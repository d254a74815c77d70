import { InputError } from "../../check";
import { ChannelLevels } from "./channel-levels";
import { checkHeader, checkSampleCount, mostSamples } from "./decode-bounds";
import type { DecodeOptions, SoundFile, SoundHeader } from "./sound-file";

/** Floating point goes to 1; a file beyond this holds integers that were never scaled. */
const unscaledAbove = 16;

/**
 * Takes what a decoder gives, piece by piece, and keeps one channel of the wanted part of it,
 * within the bounds: however much a small file decodes to, no more than one piece beyond them is
 * ever in memory.
 */
export class SampleCollector {
  /** Zero pages that nothing was written to take no memory. */
  private readonly samples: Float32Array;
  private readonly levels: ChannelLevels;
  /** The first sample that is wanted. */
  readonly first: number;
  private readonly last: number;
  private length = 0;
  private peak = 0;
  /** Samples given so far, those outside of the wanted part among them. */
  taken = 0;

  /**
   * @param name of the file, for errors
   * @param header checked here
   * @param most samples that the file can give, where its header or its frames tell
   * @throws InputError as `checkHeader`
   */
  constructor(
    readonly name: string,
    readonly header: SoundHeader,
    private readonly options: DecodeOptions,
    most: number | undefined,
  ) {
    checkHeader(header, name, options);
    const { startSeconds = 0, endSeconds = Number.POSITIVE_INFINITY, maxSeconds = mostSamples } = options;
    this.first = Math.round(startSeconds * header.sampleRate);
    this.last = Math.round(endSeconds * header.sampleRate);
    const room = Math.min(mostSamples, Math.ceil(maxSeconds * header.sampleRate), this.last - this.first);
    const given = most === undefined ? room : Math.min(room, Math.max(0, most - this.first));
    this.samples = new Float32Array(Math.max(0, given));
    this.levels = new ChannelLevels(header.channels);
  }

  /** Whether nothing that comes is wanted any more. */
  get isFull(): boolean {
    return this.taken >= this.last;
  }

  /** Passes over samples that are not wanted. */
  skip(count: number): void {
    this.taken += count;
  }

  /**
   * @param channels one array a channel
   * @param count samples of each that are meant
   * @throws InputError where it gets too long
   */
  push(channels: readonly Float32Array[], count = channels[0].length): void {
    const from = Math.min(count, Math.max(0, this.first - this.taken));
    const to = Math.max(from, Math.min(count, this.last - this.taken));
    this.taken += count;
    if (to === from) return;
    const end = this.length + to - from;
    checkSampleCount(end, this.header.sampleRate, this.name, this.options);
    if (end > this.samples.length)
      throw new InputError(`${this.name} is damaged: it holds more than it says`);
    const out = this.samples.subarray(this.length, end);
    this.mix(channels, out, from, to);
    this.levels.add(channels, out, from, to);
    this.length = end;
  }

  /**
   * Takes only the first `total` samples of the file; what follows fills the coder's last block.
   */
  trim(total: number): void {
    if (total >= this.taken) return;
    this.length = Math.max(0, Math.min(this.length, total - this.first));
    this.taken = total;
  }

  /** @throws InputError where there is no sound */
  finish(notes: readonly string[] = []): SoundFile {
    const { name, header, samples, length } = this;
    if (this.taken === 0) throw new InputError(`${name}: the file holds no samples; record it again`);
    if (length === 0) {
      const { startSeconds, endSeconds } = this.options;
      throw new InputError(
        `${name}: there is no sound from ${startSeconds ?? 0} s to ${endSeconds ?? "its end"}; it lasts ${(this.taken / header.sampleRate).toFixed(3)} s`,
      );
    }
    const kept = length === samples.length ? samples : samples.subarray(0, length);
    return {
      samples: 2 * length < samples.length ? kept.slice() : kept,
      sampleRate: header.sampleRate,
      format: header.format,
      channels: header.channels,
      notes: [...(header.notes ?? []), ...notes, ...this.levelNotes(), ...this.scaleNotes()],
    };
  }

  private mix(channels: readonly Float32Array[], out: Float32Array, from: number, to: number): void {
    const picked = channels.length === 1 ? 1 : this.options.channel;
    if (picked !== undefined) out.set(channels[picked - 1].subarray(from, to));
    else {
      for (let i = from; i < to; i++) {
        let sum = 0;
        for (const channel of channels) sum += channel[i];
        out[i - from] = sum / channels.length;
      }
    }
    if (!this.header.floatingPoint) return;
    for (const sample of out) if (Math.abs(sample) > this.peak) this.peak = Math.abs(sample);
  }

  /** What averaging hides does not matter where one channel was picked. */
  private levelNotes(): string[] {
    return this.options.channel === undefined ? this.levels.notes() : [];
  }

  private scaleNotes(): string[] {
    if (!(this.peak > unscaledAbove)) return [];
    const scale = this.peak <= 32768 ? 32768 : 2147483648;
    return [
      `its floating-point samples reach ${Number(this.peak.toPrecision(4))} where 1 is full scale: they hold the values of integers; ` +
        `divide them by ${scale} (ffmpeg -i "${this.name}" -af volume=1/${scale} scaled.wav)`,
    ];
  }
}
