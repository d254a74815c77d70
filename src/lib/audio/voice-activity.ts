import { checkPositive } from "../check";

/** Tells speech from what is not, frame by frame, of one stream. */
export interface VoiceActivityDetector {
  /** Length of a frame, in seconds; frame i starts at i times that. */
  readonly frameSeconds: number;
  /**
   * How likely each frame that these samples complete is speech, from 0 to 1; the chunks play no
   * role.
   */
  push(samples: Float32Array): readonly number[] | Promise<readonly number[]>;
}

const frameSeconds = 0.01;
/**
 * A frame's level is that of the last three frames: single periods of a deep voice are longer than
 * a frame.
 */
const smoothedFrames = 3;
/** The noise floor is the lowest level of this many blocks of a quarter second. */
const floorBlocks = 10;
const blockFrames = 25;
/** Sound that stays within so many dB for two blocks is no speech: the floor jumps to it. */
const steadyDb = 4;
/** What the noise is taken for before the stream has told, in dB of full scale. */
const assumedFloorDb = -50;
/**
 * No noise floor lies below, so that digital silence does not make a whisper of every rounding
 * error.
 */
const lowestFloorDb = -70;
/** Above the floor by this much, a frame is as likely speech as not. */
const evenDb = 8;
/** Each of these more changes the odds by e. */
const slopeDb = 2;
/** Corner of the high-pass that takes offset and rumble away, in Hz. */
const highPassHz = 100;

/**
 * Voice activity by level: how far a frame of 10 ms stands above the noise floor, which follows the
 * lowest level of the last 2.5 s (Martin 2001, minimum statistics, in its simplest form). Offset
 * and rumble below 100 Hz do not count.
 *
 * 8 dB above the floor gives .5, 12 dB .88. Until the stream has told, the noise is taken for -50
 * dB of full scale, so that a recording may begin with speech. Sound that stays within 4 dB for
 * half a second is noise from there on, however loud; other noise counts as speech for its first
 * 2.5 s.
 *
 * @example new EnergyVoiceActivity(16000).push(new Float32Array(320)) // [0.018, 0.018]
 */
export class EnergyVoiceActivity implements VoiceActivityDetector {
  readonly frameSeconds = frameSeconds;
  private readonly highPass: HighPass;
  private readonly levels: number[] = [];
  private readonly blocks: LevelRange[] = new Array(floorBlocks).fill({ lowest: assumedFloorDb, highest: 0 });
  private block = emptyRange;
  private floorOfBlocks = assumedFloorDb;
  private frames = 0;
  private samples = 0;
  private energy = 0;
  private inFrame = 0;

  /** @param sampleRate of the samples pushed, in Hz */
  constructor(private readonly sampleRate: number) {
    checkPositive("sampleRate", sampleRate, "Hz");
    this.highPass = new HighPass(highPassHz, sampleRate);
  }

  push(samples: Float32Array): number[] {
    const scores: number[] = [];
    for (let at = 0; at < samples.length; ) {
      const frameEnd = Math.round((this.frames + 1) * frameSeconds * this.sampleRate);
      const part = samples.subarray(at, at + frameEnd - this.samples);
      this.energy = this.highPass.addEnergy(this.energy, part);
      at += part.length;
      this.samples += part.length;
      this.inFrame += part.length;
      if (this.samples < frameEnd) continue;
      scores.push(this.score(this.energy / this.inFrame));
      this.frames++;
      this.energy = 0;
      this.inFrame = 0;
    }
    return scores;
  }

  private score(power: number): number {
    if (this.levels.length === smoothedFrames) this.levels.shift();
    this.levels.push(power);
    const mean = this.levels.reduce((sum, level) => sum + level, 0) / this.levels.length;
    const levelDb = Math.max(lowestFloorDb, 10 * Math.log10(mean));
    const aboveDb = levelDb - this.floorDb(levelDb);
    return 1 / (1 + Math.exp((evenDb - aboveDb) / slopeDb));
  }

  private floorDb(levelDb: number): number {
    this.block = union(this.block, { lowest: levelDb, highest: levelDb });
    if ((this.frames + 1) % blockFrames === 0) this.endBlock();
    return Math.min(this.block.lowest, this.floorOfBlocks);
  }

  private endBlock(): void {
    const { blocks, block } = this;
    const two = union(blocks[blocks.length - 1], block);
    if (two.highest - two.lowest < steadyDb) blocks.fill(two);
    blocks.shift();
    blocks.push(block);
    this.block = emptyRange;
    this.floorOfBlocks = Math.min(...blocks.map(({ lowest }) => lowest));
  }
}

/** The levels of some frames, in dB. */
interface LevelRange {
  readonly lowest: number;
  readonly highest: number;
}

const emptyRange: LevelRange = { lowest: Number.POSITIVE_INFINITY, highest: Number.NEGATIVE_INFINITY };

function union(a: LevelRange, b: LevelRange): LevelRange {
  return { lowest: Math.min(a.lowest, b.lowest), highest: Math.max(a.highest, b.highest) };
}

/** Of first order: y[n] = a (y[n-1] + x[n] - x[n-1]). */
class HighPass {
  private readonly a: number;
  private before = 0;
  private given = 0;

  constructor(cornerHz: number, sampleRate: number) {
    this.a = 1 / (1 + (2 * Math.PI * cornerHz) / sampleRate);
  }

  /** `sum` plus the squares of the filtered samples, one by one, so that chunks play no role. */
  addEnergy(sum: number, samples: Float32Array): number {
    const { a } = this;
    let { before, given } = this;
    let total = sum;
    for (let i = 0; i < samples.length; i++) {
      given = a * (given + samples[i] - before);
      before = samples[i];
      total += given * given;
    }
    this.before = before;
    this.given = given;
    return total;
  }
}
