import { microphoneProblem } from "./microphone-problem";

/** The address of capture-worklet.ts, put in by the build. */
declare const CAPTURE_WORKLET: string;

/** An open microphone. */
export interface Microphone {
  /** In Hz. */
  readonly sampleRate: number;
  close(): Promise<void>;
}

/** As it is: what browsers do for telephone calls changes how a voice sounds. */
const constraints = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };

/**
 * Opens the microphone at its own sample rate.
 *
 * @param onSamples called with about 20 ms of one channel at a time
 * @param onLost called when the microphone is taken away: unplugged, or the permission withdrawn
 * @param deviceId which one; default the browser's choice
 * @throws Error that says what is wrong and what can be done
 */
export async function openMicrophone(
  onSamples: (samples: Float32Array) => void,
  onLost: () => void,
  deviceId?: string,
): Promise<Microphone> {
  const media = await askForMicrophone(deviceId);
  const context = new AudioContext();
  try {
    await context.audioWorklet.addModule(CAPTURE_WORKLET);
    await context.resume();
  } catch (error) {
    await close(media, context);
    throw new Error(microphoneProblem(error));
  }
  const capture = new AudioWorkletNode(context, "capture", { numberOfOutputs: 0 });
  capture.port.onmessage = ({ data }: MessageEvent<Float32Array>) => onSamples(data);
  context.createMediaStreamSource(media).connect(capture);
  for (const track of media.getTracks()) track.onended = onLost;
  return { sampleRate: context.sampleRate, close: () => close(media, context) };
}

async function askForMicrophone(deviceId: string | undefined): Promise<MediaStream> {
  try {
    if (!navigator.mediaDevices) throw new DOMException("", "InsecureContext");
    return await navigator.mediaDevices.getUserMedia({
      audio: { ...constraints, ...(deviceId && { deviceId: { exact: deviceId } }) },
    });
  } catch (error) {
    throw new Error(microphoneProblem(error));
  }
}

async function close(media: MediaStream, context: AudioContext): Promise<void> {
  for (const track of media.getTracks()) {
    track.onended = null;
    track.stop();
  }
  await context.close();
}
