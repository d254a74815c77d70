import { SampleHistory } from "../audio/sample-history";
import { StreamingResampler } from "../audio/streaming-resampler";
import type { VoiceActivityDetector } from "../audio/voice-activity";
import { InputError } from "../check";
import {
  loadOnnxRuntime,
  type OnnxRuntime,
  type OnnxSession,
  type OnnxTensor,
  openOnnxModel,
} from "./onnx-runtime";

/** What the network hears: frames of 32 ms at 16 kHz, each with the end of the one before. */
const sampleRate = 16000;
const frameLength = 512;
const contextLength = 64;
const stateShape = [2, 1, 128];

/**
 * Silero VAD (v5 and v6 of its ONNX file, MIT) as a voice-activity detector: a small recurrent
 * network that knows speech from other sounds, where level alone does not tell. An optional
 * install; the file is in the npm package `@ricky0123/vad-web`, say.
 *
 * @returns makes a detector for one stream of a rate in Hz
 * @throws InputError where onnxruntime-node is not installed, or the file is no such model
 * ```ts
 * const silero = await loadSilero("silero_vad_v6.onnx");
 * new StreamingRecognizer({ ...speechModel, detector: silero }, { sampleRate: 48000 });
 * ```
 */
export async function loadSilero(path: string): Promise<(streamRate: number) => VoiceActivityDetector> {
  const runtime = loadOnnxRuntime();
  const session = await open(runtime, path);
  return (streamRate) => new SileroVoiceActivity(runtime, session, streamRate);
}

async function open(runtime: OnnxRuntime, path: string): Promise<OnnxSession> {
  const session = await openOnnxModel(runtime, path);
  const missing = ["input", "state", "sr"].find((name) => !session.inputNames.includes(name));
  if (missing === undefined) return session;
  throw new InputError(`${path} is not Silero VAD v5 or v6: it has no input "${missing}"`);
}

class SileroVoiceActivity implements VoiceActivityDetector {
  readonly frameSeconds = frameLength / sampleRate;
  private readonly resampler: StreamingResampler;
  /** The stream at 16 kHz, after as much silence as a frame hears of the one before. */
  private readonly history = new SampleHistory();
  private readonly rate: OnnxTensor;
  private state: OnnxTensor;
  private heard = 0;

  constructor(
    private readonly runtime: OnnxRuntime,
    private readonly session: OnnxSession,
    streamRate: number,
  ) {
    this.resampler = new StreamingResampler(streamRate, sampleRate);
    this.history.append(new Float32Array(contextLength));
    this.rate = new runtime.Tensor("int64", BigInt64Array.of(BigInt(sampleRate)), []);
    this.state = new runtime.Tensor("float32", new Float32Array(256), stateShape);
  }

  async push(samples: Float32Array): Promise<number[]> {
    this.history.append(this.resampler.push(samples));
    const scores: number[] = [];
    for (; this.heard + contextLength + frameLength <= this.history.end; this.heard += frameLength) {
      scores.push(await this.score(this.history.view(this.heard, this.heard + contextLength + frameLength)));
    }
    this.history.forget(this.heard);
    return scores;
  }

  private async score(frame: Float32Array): Promise<number> {
    const { Tensor } = this.runtime;
    const input = new Tensor("float32", frame, [1, frame.length]);
    const { output, stateN } = await this.session.run({ input, state: this.state, sr: this.rate });
    this.state = stateN;
    return (output.data as Float32Array)[0];
  }
}
