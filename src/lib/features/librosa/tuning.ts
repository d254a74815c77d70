import { checkPositive } from "../../check";
import { median } from "../../numbers/median";

const minHz = 150;
const maxHz = 4000;
const relativeThreshold = 0.1;
const steps = 100;
const edges = Float64Array.from({ length: steps + 1 }, (_, i) => i * 0.01 - 0.5);
const lowestA = 27.5;

/**
 * Estimates how far a recording is tuned from A4 = 440 Hz, from its spectral peaks between 150 and
 * 4000 Hz.
 *
 * Spectra come in one at a time; of each peak (interpolated by a parabola, at least a tenth of the
 * frame's highest bin) only its height and its place between two semitones are kept. Follows
 * librosa.estimate_tuning on librosa.piptrack, with 12 bins per octave and steps of a hundredth.
 *
 * @example
 * const stft = new Stft({ nFft: 2048, hopLength: 512 });
 * const power = stft.power(stft.frames(tone(445).samples), 10, new Float64Array(1025));
 * const tuning = new TuningEstimator(16000, 2048);
 * tuning.add(power.map(Math.sqrt));
 * tuning.estimate() // 0.19
 */
export class TuningEstimator {
  private readonly hzPerBin: number;
  private readonly firstBin: number;
  private readonly lastBin: number;
  private heights = new Float32Array(1024);
  private places = new Uint8Array(1024);
  private count = 0;

  /**
   * @param sampleRate in Hz
   * @param nFft samples per transform
   */
  constructor(sampleRate: number, nFft: number) {
    checkPositive("sampleRate", sampleRate, "Hz");
    this.hzPerBin = sampleRate / nFft;
    this.firstBin = Math.max(1, Math.ceil(minHz / this.hzPerBin));
    this.lastBin = Math.ceil(Math.min(maxHz, sampleRate / 2) / this.hzPerBin) - 1;
  }

  /** Forgets all spectra. */
  reset(): void {
    this.count = 0;
  }

  /**
   * Takes the peaks of one spectrum: nFft / 2 + 1 magnitudes (or powers: the estimate differs a
   * little).
   */
  add(spectrum: Float32Array | Float64Array): void {
    let highest = 0;
    for (let k = 0; k < spectrum.length; k++) if (spectrum[k] > highest) highest = spectrum[k];
    const threshold = relativeThreshold * highest;
    for (let k = this.firstBin; k <= this.lastBin; k++) {
      const value = spectrum[k];
      if (value > threshold && value > spectrum[k - 1] && value >= spectrum[k + 1]) this.addPeak(spectrum, k);
    }
  }

  /**
   * The deviation in semitones, from -0.5 to 0.49 in steps of 0.01: the most frequent place among
   * the peaks not lower than the median; 0 without peaks.
   */
  estimate(): number {
    if (this.count === 0) return 0;
    const middle = median(this.heights.slice(0, this.count).sort());
    const counts = new Int32Array(steps);
    for (let i = 0; i < this.count; i++) if (this.heights[i] >= middle) counts[this.places[i]]++;
    return edges[counts.indexOf(Math.max(...counts))];
  }

  private addPeak(spectrum: Float32Array | Float64Array, k: number): void {
    const curvature = spectrum[k + 1] + spectrum[k - 1] - 2 * spectrum[k];
    const slope = (spectrum[k + 1] - spectrum[k - 1]) / 2;
    const shift = Math.abs(slope) >= Math.abs(curvature) ? 0 : -slope / curvature;
    if (this.count === this.heights.length) this.grow();
    this.heights[this.count] = spectrum[k] + 0.5 * slope * shift;
    this.places[this.count] = placeOf((k + shift) * this.hzPerBin);
    this.count++;
  }

  private grow(): void {
    const { heights, places } = this;
    this.heights = new Float32Array(2 * heights.length);
    this.heights.set(heights);
    this.places = new Uint8Array(2 * places.length);
    this.places.set(places);
  }
}

/** Which hundredth of a semitone around the nearest one a frequency falls into. */
function placeOf(hz: number): number {
  const semitones = 12 * Math.log2(hz / lowestA);
  const fraction = semitones - Math.floor(semitones);
  const deviation = fraction >= 0.5 ? fraction - 1 : fraction;
  const place = Math.min(steps - 1, Math.floor((deviation + 0.5) * steps));
  if (deviation < edges[place]) return place - 1;
  return place < steps - 1 && deviation >= edges[place + 1] ? place + 1 : place;
}
