import type { PitchCandidate } from "./subharmonic-candidates";

const voicingThreshold = 0.7;
const bufferFrames = 40;
const weights = {
  local: 2,
  step: 5,
  smoothness: 5,
  voicingChange: 5,
  threshold: 4,
  range: 1,
} as const;

/** The pitch that was decided for a frame: 0 Hz where it is unvoiced. */
export type PitchDecision = (frame: number, hertz: number) => void;

/** Frames that are remembered: more than are ever held back. */
const slots = 64;
/** Of a frame: unvoiced is state 0, its candidates follow in their order. */
const statesPerFrame = 8;

/** What a path through each state of a frame costs. */
interface Front {
  readonly costs: Float64Array;
  /** Natural logarithm of the states' frequencies; that of the unvoiced one is not used. */
  readonly logHertz: Float64Array;
}

const emptyFront = (): Front => ({
  costs: new Float64Array(statesPerFrame),
  logHertz: new Float64Array(statesPerFrame),
});

/**
 * The cheapest path through the pitch candidates of a recording, found while the frames come in
 * (Viterbi 1967; Eyben's thesis, section 2.2.11).
 *
 * A candidate of frequency f and voicing v costs -2 ln v + range(f) (0 from 100 to 350 Hz), and 4
 * more if v < .7; an unvoiced frame costs what its best candidate does, and 4 more if one is
 * voiced. A step between two candidates costs 5 |d| + 5 |d - d'| with d = ln(f(t) / f(t - 1)), one
 * between voiced and unvoiced 5. A frame is decided as soon as all paths that are still possible
 * agree on it.
 */
export class ViterbiPath {
  private readonly hertz = new Float64Array(slots * statesPerFrame);
  /** The state of the frame before on the cheapest path to each state. */
  private readonly previous = new Uint8Array(slots * statesPerFrame);
  private front = emptyFront();
  private next = emptyFront();
  /** States of the last frame. */
  private states = 0;
  private pushed = 0;
  private decided = 0;

  constructor(private readonly decide: PitchDecision) {}

  /** Adds the candidates of the next frame, at most seven. */
  push(candidates: readonly PitchCandidate[]): void {
    const { next } = this;
    const place = (this.pushed % slots) * statesPerFrame;
    let isVoiced = false;
    let cheapest = Number.POSITIVE_INFINITY;
    this.hertz[place] = 0;
    for (let i = 0; i < candidates.length; i++) {
      const { hertz, voicing } = candidates[i];
      const cost = candidateCost(hertz, voicing);
      isVoiced ||= voicing >= voicingThreshold;
      cheapest = Math.min(cheapest, cost);
      this.hertz[place + i + 1] = hertz;
      next.logHertz[i + 1] = Math.log(hertz);
      next.costs[i + 1] = cost + (voicing < voicingThreshold ? weights.threshold : 0);
    }
    next.costs[0] = (candidates.length > 0 ? cheapest : 0) + (isVoiced ? weights.threshold : 0);
    for (let state = 0; state <= candidates.length; state++) this.extend(place, state);
    this.next = this.front;
    this.front = next;
    this.states = candidates.length + 1;
    this.pushed++;
    this.commit();
  }

  /** How many frames were decided before the end was known. */
  get decidedFrames(): number {
    return this.decided;
  }

  /** Decides the frames that are left along the cheapest path. */
  finish(): void {
    this.emit(this.cheapest(), this.pushed);
  }

  /** Adds the cheapest way to a state of the next frame to its own cost. */
  private extend(place: number, state: number): void {
    const { front, next, states } = this;
    if (states === 0) return;
    const to = next.logHertz[state];
    // The smoothness of a step is measured against the step from the next better candidate to the
    // same one, as openSMILE's output shows; it compares the very first step with one by a factor
    // of e, all others with none.
    let betterStep = this.pushed === 1 && state === 1 ? 1 : 0;
    let previous = 0;
    let cheapest = front.costs[0] + (state === 0 ? 0 : weights.voicingChange);
    for (let from = 1; from < states; from++) {
      let cost = front.costs[from] + weights.voicingChange;
      if (state > 0) {
        const step = to - front.logHertz[from];
        const change = step - betterStep;
        cost = front.costs[from] + (weights.step * Math.abs(step) + weights.smoothness * Math.abs(change));
        betterStep = step;
      }
      if (cost < cheapest) {
        cheapest = cost;
        previous = from;
      }
    }
    next.costs[state] += cheapest;
    this.previous[place + state] = previous;
  }

  private cheapest(): number {
    const { costs } = this.front;
    let best = 0;
    for (let state = 1; state < this.states; state++) if (costs[state] < costs[best]) best = state;
    return best;
  }

  /** Decides what all paths agree on, and the oldest frame where the buffer is full. */
  private commit(): void {
    let ancestors = (1 << this.states) - 1; // a bit for each state that a path goes through
    for (let frame = this.pushed; frame > this.decided; frame--) {
      if ((ancestors & (ancestors - 1)) === 0) {
        this.emit(31 - Math.clz32(ancestors), frame);
        return;
      }
      ancestors = this.before(ancestors, frame);
    }
    if (this.pushed - this.decided < bufferFrames) return;
    let state = this.cheapest();
    for (let frame = this.pushed; frame > this.decided + 1; frame--)
      state = this.previous[placeOf(frame) + state];
    this.emit(state, this.decided + 1);
  }

  /** The states from which paths came to some states of a frame, both as bits. */
  private before(states: number, frame: number): number {
    const place = placeOf(frame);
    let before = 0;
    for (let state = 0; states >> state > 0; state++) {
      if ((states >> state) & 1) before |= 1 << this.previous[place + state];
    }
    return before;
  }

  private emit(last: number, frames: number): void {
    const path: number[] = [];
    let state = last;
    for (let frame = frames; frame > this.decided; frame--) {
      path.push(this.hertz[placeOf(frame) + state]);
      state = this.previous[placeOf(frame) + state];
    }
    for (const hertz of path.reverse()) this.decide(this.decided++, hertz);
  }
}

/** Where the states of a frame are remembered; frames count from 1. */
const placeOf = (frame: number): number => ((frame - 1) % slots) * statesPerFrame;

/**
 * How improbable a candidate is: by its voicing, and by how far it lies from the pitch of most
 * voices.
 */
function candidateCost(hertz: number, voicing: number): number {
  return weights.local * -Math.log(Math.max(1e-9, voicing)) + weights.range * rangeCost(hertz);
}

function rangeCost(hertz: number): number {
  if (hertz < 100) return (100 - hertz) / 100;
  if (hertz <= 350) return 0;
  return hertz <= 600 ? (hertz - 350) / 250 : 1.2;
}
