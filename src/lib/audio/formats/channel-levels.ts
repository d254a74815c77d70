/** A channel this far below the loudest one, in power, is silent: -40 dB. */
const silentBelow = 1e-4;
/** An average this far below its channels, in power, has lost them: -20 dB. */
const cancelledBelow = 1e-2;

/** How loud the channels of a recording are, and their average: what averaging would hide. */
export class ChannelLevels {
  private readonly powers: Float64Array;
  private averagePower = 0;

  constructor(private readonly channels: number) {
    this.powers = new Float64Array(channels);
  }

  /** Adds samples of all channels from `from` to `to`, and their average. */
  add(channels: readonly Float32Array[], average: Float32Array, from: number, to: number): void {
    if (this.channels < 2) return;
    for (let c = 0; c < this.channels; c++) this.powers[c] += powerOf(channels[c], from, to);
    this.averagePower += powerOf(average, 0, to - from);
  }

  /** What is said of them; nothing where all is ordinary. */
  notes(): string[] {
    const loudest = Math.max(...this.powers);
    if (this.channels < 2 || loudest === 0) return [];
    const silent = [...this.powers.keys()].filter((c) => this.powers[c] < silentBelow * loudest);
    if (silent.length > 0) return [this.silenceNote(silent)];
    const mean = this.powers.reduce((sum, power) => sum + power, 0) / this.channels;
    return this.averagePower < cancelledBelow * mean ? [this.cancelNote()] : [];
  }

  private silenceNote(silent: readonly number[]): string {
    const one = silent.length === 1;
    const names = silent.map((c) => c + 1).join(", ");
    const voiced = [...this.powers.keys()].find((c) => !silent.includes(c))! + 1;
    return (
      `channel${one ? "" : "s"} ${names} of ${this.channels} ${one ? "is" : "are"} silent, so the average is ` +
      `quieter than the voice; channel ${voiced} alone would be it (--channel ${voiced})`
    );
  }

  private cancelNote(): string {
    return (
      `its ${this.channels} channels cancel each other (one is inverted), so hardly anything is left of their ` +
      "average; take one of them (--channel 1)"
    );
  }
}

function powerOf(samples: Float32Array, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += samples[i] * samples[i];
  return sum;
}
