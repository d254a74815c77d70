import { cosine, exp } from "./exact-math";

/** A second-order filter whose frequency and bandwidth (both in Hz) may change while it runs. */
export interface Section {
  tune(frequencyHz: number, bandwidthHz: number): void;
  step(input: number): number;
}

/** Several formants one after the other. */
export interface Cascade {
  /**
   * Moves one formant to a frequency and bandwidth (in Hz) over the given number of samples; a
   * sudden move would click.
   */
  glide(formant: number, frequencyHz: number, bandwidthHz: number, samples: number): void;
  step(input: number): number;
}

/**
 * Pole pairs with gain 1 at 0 Hz, one after the other (Klatt 1980, equations 1 and 2). The
 * coefficients move linearly, which keeps every filter between two stable ones stable.
 */
export function cascade(formants: number, sampleRate: number): Cascade {
  const arrays = () => new Float64Array(formants);
  const [b, c, bStep, cStep, last, beforeLast] = [arrays(), arrays(), arrays(), arrays(), arrays(), arrays()];
  return {
    glide(i, frequencyHz, bandwidthHz, samples) {
      const [bGoal, cGoal] = poles(frequencyHz, bandwidthHz, sampleRate);
      if (c[i] === 0) [b[i], c[i]] = [bGoal, cGoal];
      bStep[i] = (bGoal - b[i]) / samples;
      cStep[i] = (cGoal - c[i]) / samples;
    },
    step(input) {
      let value = input;
      for (let i = 0; i < formants; i++) {
        b[i] += bStep[i];
        c[i] += cStep[i];
        const output = (1 - b[i] - c[i]) * value + b[i] * last[i] + c[i] * beforeLast[i];
        beforeLast[i] = last[i];
        last[i] = output;
        value = output;
      }
      return value;
    },
  };
}

/** A zero pair with gain 1 at 0 Hz, the inverse of a formant (Klatt 1980, equations 3 and 4). */
export function antiResonator(sampleRate: number): Section {
  const past = new Float64Array(2);
  const tuned = new Float64Array(2);
  return {
    tune(frequencyHz, bandwidthHz) {
      tuned.set(poles(frequencyHz, bandwidthHz, sampleRate));
    },
    step(input) {
      const [b, c] = [tuned[0], tuned[1]];
      const output = (input - b * past[0] - c * past[1]) / (1 - b - c);
      past[1] = past[0];
      past[0] = input;
      return output;
    },
  };
}

/**
 * A band of noise: a pole pair with zeros at 0 Hz and at half the sample rate, about gain 1 at its
 * centre.
 */
export function bandPass(sampleRate: number): Section {
  const [pastInput, past] = [new Float64Array(2), new Float64Array(2)];
  const tuned = new Float64Array(2);
  return {
    tune(frequencyHz, bandwidthHz) {
      tuned.set(poles(frequencyHz, bandwidthHz, sampleRate));
    },
    step(input) {
      const [b, c] = [tuned[0], tuned[1]];
      const output = ((1 + c) / 2) * (input - pastInput[1]) + b * past[0] + c * past[1];
      pastInput[1] = pastInput[0];
      pastInput[0] = input;
      past[1] = past[0];
      past[0] = output;
      return output;
    },
  };
}

/** The feedback coefficients b and c of a pole pair. */
function poles(frequencyHz: number, bandwidthHz: number, sampleRate: number): [b: number, c: number] {
  const radius = exp((-Math.PI * bandwidthHz) / sampleRate);
  return [2 * radius * cosine((2 * Math.PI * frequencyHz) / sampleRate), -radius * radius];
}
