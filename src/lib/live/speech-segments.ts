/** Frames of speech, from `start` to before `end`. */
export interface SpeechChange {
  readonly type: "start" | "end";
  /** The frame before which speech starts or ends. */
  readonly frame: number;
}

/** A frame as likely as this begins speech; less likely than `stays`, it may end it. */
const begins = 0.6;
const stays = 0.35;

/** Lengths, in seconds. */
interface SegmentOptions {
  readonly frameSeconds: number;
  /** Speech within so much time that makes a start: clicks are shorter. */
  readonly onsetSeconds?: number;
  /** A start lies this much before the first frame of speech, for soft beginnings. */
  readonly leadSeconds?: number;
  /**
   * Frames still count as speech for this long after the last that is, for closures and soft
   * endings.
   */
  readonly holdSeconds?: number;
  /**
   * A pause of this length, from the last frame of speech, ends an utterance; shorter ones belong
   * to it.
   */
  readonly pauseSeconds?: number;
}

/**
 * From the likelihood of each frame to stretches of speech: hysteresis, a shortest length, and
 * pauses that are bridged.
 *
 * A start is told when half of the frames of `onsetSeconds` are speech, an end when the pause is
 * long enough; both are told with their place.
 *
 * @example
 * const segments = new SpeechSegments({ frameSeconds: 0.01 });
 * for (let frame = 0; frame < 30; frame++) segments.push(0);
 * segments.push(0) // []
 */
export class SpeechSegments {
  private readonly onset: number;
  private readonly lead: number;
  private readonly hold: number;
  private readonly pause: number;
  /** The frame that comes next. */
  private frame = 0;
  /** Whether each of the last frames of `onset` was speech. */
  private readonly recent: boolean[] = [];
  private speaking = false;
  /** After the last frame of speech. */
  private lastSpeech = 0;
  /** No start lies before: after the last end. */
  private earliest = 0;

  constructor(options: SegmentOptions) {
    const { onsetSeconds = 0.12, leadSeconds = 0.05, holdSeconds = 0.05, pauseSeconds = 0.7 } = options;
    const frames = (seconds: number) => Math.max(1, Math.round(seconds / options.frameSeconds));
    this.onset = frames(onsetSeconds);
    this.lead = frames(leadSeconds);
    this.hold = frames(holdSeconds);
    this.pause = frames(pauseSeconds);
  }

  /**
   * Whether speech is under way and not in a pause: the last frame of speech is at most
   * `holdSeconds` back.
   */
  get active(): boolean {
    return this.speaking && this.frame - this.lastSpeech <= this.hold;
  }

  /** What the likelihood of the next frame tells. */
  push(score: number): SpeechChange[] {
    const speech = score >= (this.speaking ? stays : begins);
    this.frame++;
    if (this.recent.length === this.onset) this.recent.shift();
    this.recent.push(speech);
    if (speech) this.lastSpeech = this.frame;
    if (this.speaking) return this.frame - this.lastSpeech >= this.pause ? this.end() : [];
    return this.recent.filter(Boolean).length * 2 > this.onset ? [this.start()] : [];
  }

  /** The end of speech that is under way: the stream is over, or the utterance is too long. */
  end(): SpeechChange[] {
    if (!this.speaking) return [];
    this.speaking = false;
    this.recent.length = 0;
    this.earliest = Math.min(this.frame, this.lastSpeech + this.hold);
    return [{ type: "end", frame: this.earliest }];
  }

  private start(): SpeechChange {
    this.speaking = true;
    const first = this.frame - this.recent.length + this.recent.indexOf(true);
    return { type: "start", frame: Math.max(this.earliest, first - this.lead) };
  }
}
