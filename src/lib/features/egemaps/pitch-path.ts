import { candidateLimit, type PitchCandidate } from "./pitch-candidates";

const voicingThreshold = 0.7;
const bufferFrames = 40;
const weights = {
  local: 2,
  voicedToVoiced: 10,
  voicingChange: 5,
  threshold: 4,
  range: 1,
} as const;

/** The pitch that was decided for a frame: 0 Hz where it is unvoiced. */
export type PitchDecision = (frame: number, hertz: number) => void;

const expectedHz = { lowest: 100, highest: 350 } as const;

interface Node {
  readonly hertz: number;
  readonly cost: number;
  readonly previous: Node | null;
}

/**
 * The smoothest path through the pitch candidates of a recording, found while the frames come in (Viterbi 1967; Eyben's thesis, section 2.2.11).
 *
 * A frame is decided as soon as all paths that are still possible agree on it.
 */
export class PitchPath {
  private nodes: Node[] = [{ hertz: 0, cost: 0, previous: null }];
  private pushed = 0;
  private decided = 0;

  constructor(private readonly decide: PitchDecision) {}

  /** Adds the candidates of the next frame. */
  push(candidates: readonly PitchCandidate[]): void {
    const best = candidates.reduce((top, { voicing }) => Math.max(top, voicing), 0);
    const unvoiced = weights.local * best + (best < voicingThreshold ? 0 : weights.threshold);
    const next = [this.extend(0, unvoiced)];
    for (const { hertz, voicing } of candidates.slice(0, candidateLimit)) {
      next.push(this.extend(hertz, candidateCost(hertz, voicing)));
    }
    this.nodes = next;
    this.pushed++;
    this.commit();
  }

  /** How many frames were decided before the end was known. */
  get decidedFrames(): number {
    return this.decided;
  }

  /** Decides the frames that are left along the cheapest path. */
  finish(): void {
    const cheapest = this.nodes.reduce((best, node) => (node.cost < best.cost ? node : best));
    this.emit(cheapest, this.pushed);
  }

  private extend(hertz: number, localCost: number): Node {
    let previous = this.nodes[0];
    let cost = Number.POSITIVE_INFINITY;
    for (const node of this.nodes) {
      const total = node.cost + transitionCost(node.hertz, hertz);
      if (total < cost) {
        cost = total;
        previous = node;
      }
    }
    return { hertz, cost: cost + localCost, previous };
  }

  /** Decides what all paths agree on, and the oldest frame where the buffer is full. */
  private commit(): void {
    let ancestors: (Node | null)[] = this.nodes;
    for (let frame = this.pushed; frame > this.decided; frame--) {
      const [first] = ancestors;
      if (first && ancestors.every((node) => node === first)) {
        this.emit(first, frame);
        return;
      }
      ancestors = [...new Set(ancestors.map((node) => node?.previous ?? null))];
    }
    if (this.pushed - this.decided < bufferFrames) return;
    let node: Node | null = this.nodes.reduce((best, other) => (other.cost < best.cost ? other : best));
    for (let frame = this.pushed; node && frame > this.decided + 1; frame--) node = node.previous;
    if (node) this.emit(node, this.decided + 1);
  }

  private emit(last: Node, frames: number): void {
    const path: number[] = [];
    let node: Node | null = last;
    for (let frame = frames; node && frame > this.decided; frame--) {
      path.push(node.hertz);
      node = node.previous;
    }
    for (const hertz of path.reverse()) this.decide(this.decided++, hertz);
  }
}

function transitionCost(fromHz: number, toHz: number): number {
  if (fromHz === 0 && toHz === 0) return 0;
  if (fromHz === 0 || toHz === 0) return weights.voicingChange;
  return weights.voicedToVoiced * Math.abs(Math.log(toHz / fromHz));
}

function candidateCost(hertz: number, voicing: number): number {
  const doubt = weights.local * -Math.log(Math.max(1e-9, voicing));
  const below = voicing < voicingThreshold ? weights.threshold : 0;
  return doubt + below + weights.range * octavesOutside(hertz);
}

/** How many octaves a frequency lies outside the range that speech is expected in. */
function octavesOutside(hertz: number): number {
  return Math.max(0, Math.log2(expectedHz.lowest / hertz), Math.log2(hertz / expectedHz.highest));
}
