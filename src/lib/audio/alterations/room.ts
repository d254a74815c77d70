import { signalOf, spectrumOf, transformSize } from "../../numbers/fourier/spectrum-of";
import type { Random } from "../../numbers/random";
import type { Waveform } from "../waveform";
import { atLevelOf } from "./level";

/** The reverberation begins so long after the direct sound. */
const delaySeconds = 0.002;

/**
 * The impulse response of a room: the direct sound, then noise that falls by 60 dB in the
 * reverberation time (Polack 1988), with as much energy as the direct sound: a microphone at the
 * room's critical distance.
 *
 * @param reverberationSeconds RT60
 * @example roomResponse(0.5, 16000, random(0)).length // 8032
 */
export function roomResponse(reverberationSeconds: number, sampleRate: number, source: Random): Float64Array {
  const delay = Math.round(delaySeconds * sampleRate);
  const tail = Float64Array.from(
    { length: Math.round(reverberationSeconds * sampleRate) },
    (_, i) => source.normal() * 10 ** ((-3 * i) / (reverberationSeconds * sampleRate)),
  );
  const energy = Math.sqrt(tail.reduce((sum, value) => sum + value * value, 0));
  const response = new Float64Array(delay + tail.length);
  response.set(
    tail.map((value) => value / energy),
    delay,
  );
  response[0] = 1;
  return response;
}

/**
 * A recording as it sounds in a room, at its own level; what rings on after its end is cut off.
 *
 * @param response as `roomResponse` gives it, or one that was measured
 */
export function inRoom({ samples, sampleRate }: Waveform, response: Float64Array): Waveform {
  const size = transformSize(samples.length + response.length);
  const [sound, room] = [spectrumOf(samples, size), spectrumOf(response, size)];
  for (let k = 0; k < sound.length; k += 2) {
    const [re, im] = [sound[k], sound[k + 1]];
    sound[k] = re * room[k] - im * room[k + 1];
    sound[k + 1] = re * room[k + 1] + im * room[k];
  }
  const heard = Float32Array.from(signalOf(sound).subarray(0, samples.length));
  return { samples: atLevelOf(heard, samples), sampleRate };
}
