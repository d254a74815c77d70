import { LevelHint } from "./level-hint";
import { type Microphone, openMicrophone } from "./microphone";
import { RecordedSound } from "./recorded-sound";
import { Session } from "./session";
import type { LiveSource, LiveStream } from "./sources/live-source";

/** What is told while the microphone is on. */
interface ListeningEvents {
  /** There is more sound, or another event. */
  onChange(): void;
  onTrouble(message: string | undefined): void;
  onFailure(message: string): void;
}

/** The microphone, a stream of it to the recognizer, and what both gave so far. */
export class Listening {
  private constructor(
    readonly session: Session,
    readonly hint: LevelHint,
    readonly sound: RecordedSound,
    private readonly microphone: Microphone,
    private readonly stream: LiveStream,
  ) {}

  /** @throws Error in words where there is no microphone to be had */
  static async start(source: LiveSource, events: ListeningEvents, deviceId?: string): Promise<Listening> {
    let take = (_: Float32Array): void => undefined;
    const microphone = await openMicrophone(
      (samples) => take(samples),
      () => events.onFailure("The microphone was taken away. Connect it again and press the button."),
      deviceId,
    );
    const { sampleRate } = microphone;
    const session = new Session("microphone", sampleRate);
    const sound = new RecordedSound(sampleRate);
    const hint = new LevelHint(sampleRate);
    const stream = source.openStream(sampleRate, {
      onEvents: (given) => {
        for (const event of given) session.add(event);
        events.onChange();
      },
      onTrouble: events.onTrouble,
      onFailure: events.onFailure,
    });
    take = (samples) => {
      session.push(samples);
      hint.push(samples);
      sound.push(samples);
      stream.push(samples);
      events.onChange();
    };
    return new Listening(session, hint, sound, microphone, stream);
  }

  /** Closes the microphone, and waits for the last events. */
  async stop(): Promise<void> {
    await this.microphone.close();
    const isComplete = await this.stream.end();
    this.session.endSpeech(this.session.seconds);
    this.session.complete = isComplete;
  }
}
