/** A sample at least so far from zero is taken for cut off. */
const fullScale = 0.999;
/** So many of them within a second are no chance. */
const cutSamples = 3;
/** RMS in dB of full scale; speech at arm's length is well above it. */
const quietDb = -50;
const quietSeconds = 3;

/** What is wrong with the level of a microphone, in words; by the sound's own time. */
export class LevelHint {
  private quietFor = 0;
  private clippedBefore = Number.POSITIVE_INFINITY;

  /** @param sampleRate in Hz */
  constructor(private readonly sampleRate: number) {}

  /** @param samples some 20 ms of one channel */
  push(samples: Float32Array): void {
    const seconds = samples.length / this.sampleRate;
    const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
    const cut = samples.reduce((count, sample) => count + (Math.abs(sample) >= fullScale ? 1 : 0), 0);
    this.quietFor = 10 * Math.log10(power + 1e-12) < quietDb ? this.quietFor + seconds : 0;
    this.clippedBefore = cut >= cutSamples ? 0 : this.clippedBefore + seconds;
  }

  /** Empty where all is well. */
  get words(): string {
    if (this.clippedBefore < 1) return "Clipping: speak softer or go further away.";
    if (this.quietFor >= quietSeconds)
      return "Too quiet: speak up, come closer, or choose another microphone.";
    return "";
  }
}
