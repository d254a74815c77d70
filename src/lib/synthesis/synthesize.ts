import type { Controls } from "./controls";
import { type GlottalSource, glottalSource, type Phonation } from "./glottal-source";
import { type Noise, seededNoise } from "./noise";
import { antiResonator, bandPass, cascade } from "./resonator";

/** Options of `synthesize`. */
export interface SynthesisOptions extends Phonation {
  /** In Hz. */
  readonly sampleRate: number;
  /** Seeds all noise, jitter and shimmer. */
  readonly seed: number;
}

/** Bandwidths of F1, F2, ... in Hz (Klatt 1980; higher ones by extension). */
const BANDWIDTHS_HZ = [70, 90, 130, 180, 220, 280, 350, 400];
/** The nose's pole stays, its zero moves away from it (Klatt 1980). */
const NASAL_POLE_HZ = 270;
const NASAL_ZERO_HZ = 450;
const NASAL_BANDWIDTH_HZ = 100;

/**
 * Turns control tracks into sound, as Klatt's (1980) cascade synthesizer does: glottal pulses and
 * aspiration through a nasal pole and zero and a cascade of formants; noise of narrowings beside it
 * through a resonator of its own.
 *
 * @returns Samples, unscaled: a full vowel's pulses have amplitude 1 before the formants.
 *
 * @example
 * const speaker = plainPerformance(VOICES[0]);
 * const controls = articulate(segmentsOf("m a'", 1), speaker, random(1));
 * synthesize(controls, { ...speaker, sampleRate: 16000, seed: 1 }).length // 11920
 */
export function synthesize(controls: Controls, options: SynthesisOptions): Float64Array {
  const { sampleRate, seed } = options;
  const noise = seededNoise(seed);
  const source = glottalSource(options, sampleRate, seededNoise(seed + 1));
  const tract = vocalTract(controls, sampleRate);
  tract.glide(0, 1);
  const hopSamples = Math.round(controls.hopSeconds * sampleRate);
  const frames = controls.f0Hz.length - 1;
  const output = new Float64Array(frames * hopSamples);
  for (let frame = 0; frame < frames; frame++) {
    tract.glide(frame + 1, hopSamples);
    renderFrame(
      controls,
      frame,
      source,
      tract,
      noise,
      output.subarray(frame * hopSamples, (frame + 1) * hopSamples),
    );
  }
  return output;
}

/** Gains and pitch go linearly from this frame to the next, so that no step is heard. */
function renderFrame(
  controls: Controls,
  frame: number,
  source: GlottalSource,
  tract: VocalTract,
  noise: Noise,
  output: Float64Array,
): void {
  const pitch = line(controls.f0Hz, frame, output.length);
  const voicing = line(controls.voicing, frame, output.length);
  const aspiration = line(controls.aspiration, frame, output.length);
  const frication = line(controls.frication, frame, output.length);
  for (let i = 0; i < output.length; i++) {
    const pulses = source.step(pitch.start + i * pitch.slope) * (voicing.start + i * voicing.slope);
    const breath = noise() * (aspiration.start + i * aspiration.slope) * (source.isOpen() ? 1 : 0.5);
    const turbulence = noise() * (frication.start + i * frication.slope);
    output[i] = tract.voiced(pulses + breath) + tract.narrowed(turbulence);
  }
}

/** A control's value at a frame, and its change per sample on the way to the next. */
function line(track: Float64Array, frame: number, samples: number): { start: number; slope: number } {
  return { start: track[frame], slope: (track[frame + 1] - track[frame]) / samples };
}

/** The filters between the sources and the lips. */
interface VocalTract {
  /** Moves all filters to a frame's values over the given number of samples. */
  glide(frame: number, samples: number): void;
  voiced(input: number): number;
  narrowed(input: number): number;
}

function vocalTract(controls: Controls, sampleRate: number): VocalTract {
  const { nasality, formantsHz, fricationHz, fricationBandwidthHz } = controls;
  const poles = cascade(formantsHz.length + 1, sampleRate);
  const [nasalZero, narrowing] = [antiResonator(sampleRate), bandPass(sampleRate)];
  return {
    glide(frame, samples) {
      const nasal = nasality[frame];
      nasalZero.tune(NASAL_POLE_HZ + nasal * (NASAL_ZERO_HZ - NASAL_POLE_HZ), NASAL_BANDWIDTH_HZ);
      poles.glide(formantsHz.length, NASAL_POLE_HZ, NASAL_BANDWIDTH_HZ, samples);
      formantsHz.forEach((track, i) => {
        poles.glide(i, track[frame], BANDWIDTHS_HZ[i] * (i === 0 ? 1 + nasal : 1), samples);
      });
      narrowing.tune(fricationHz[frame], fricationBandwidthHz[frame]);
    },
    voiced: (input) => poles.step(nasalZero.step(input)),
    narrowed: (input) => narrowing.step(input),
  };
}
