import { framePower } from "./frame-power";
import type { Waveform } from "./waveform";
import { withoutOffset } from "./without-offset";

/**
 * The level that speech is brought to, in dB of full scale: that of ITU-T P.56 for test material.
 */
const speechLevelDb = -26;
/** Frames more than this below the loudest are pauses and do not count for the level. */
const pauseDb = 25;
/** Frames of 32 ms, every 16 ms. */
const frameSeconds = 0.032;
/** Mean power below which there is nothing to bring to a level: -100 dB. */
const silencePower = 1e-10;

/**
 * A recording or an utterance without what the microphone and its volume have added: offset
 * removed, speech brought to -26 dB of full scale. Speech is what lies less than 25 dB below the
 * loudest frame. A voice in one ear alone, which averaging halves, comes out as from both. Silence
 * stays.
 *
 * The same samples give the same result from a file and from a stream; two that differ in gain and
 * offset alone differ by rounding.
 *
 * @example condition({ samples: Float32Array.of(0.5, 0.5), sampleRate: 16000 }).samples // [0, 0]
 */
export function condition({ samples, sampleRate }: Waveform): Waveform {
  if (samples.length === 0) return { samples, sampleRate };
  const centred = withoutOffset(samples);
  const power = speechPower(centred, sampleRate);
  if (power < silencePower) return { samples: centred, sampleRate };
  const gain = Math.sqrt(10 ** (speechLevelDb / 10) / power);
  return { samples: centred.map((sample) => gain * sample), sampleRate };
}

/** Mean power of the frames that are no pause. */
function speechPower(samples: Float32Array, sampleRate: number): number {
  const frameLength = Math.round(frameSeconds * sampleRate);
  const powers = framePower(samples, frameLength, Math.round(frameLength / 2));
  const loudest = powers.reduce((most, power) => Math.max(most, power), 0);
  const spoken = powers.filter((power) => power > loudest * 10 ** (-pauseDb / 10));
  return spoken.length === 0 ? 0 : spoken.reduce((sum, power) => sum + power, 0) / spoken.length;
}
