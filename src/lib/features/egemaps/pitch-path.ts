import type { PitchCandidate } from "./pitch-candidates";

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
  private nodes: readonly Node[] = [];
  private pushed = 0;
  private decided = 0;

  constructor(private readonly decide: PitchDecision) {}

  /** Adds the candidates of the next frame. */
  push(candidates: readonly PitchCandidate[]): void {
    const isVoiced = candidates.some(({ voicing }) => voicing >= voicingThreshold);
    const costs = candidates.map(({ hertz, voicing }) => candidateCost(hertz, voicing));
    const unvoicedCost = (costs.length > 0 ? Math.min(...costs) : 0) + (isVoiced ? weights.threshold : 0);
    const next = [this.extend(0, unvoicedCost)];
    candidates.forEach(({ hertz, voicing }, rank) => {
      const below = voicing < voicingThreshold ? weights.threshold : 0;
      // openSMILE compares the very first step with one by a factor of e, all others with none.
      const firstStep = this.pushed === 1 && rank === 0 ? 1 : 0;
      next.push(this.extend(hertz, costs[rank] + below, firstStep));
    });
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

  /** The cheapest way to a candidate, or to the unvoiced state (0 Hz). */
  private extend(hertz: number, localCost: number, firstStep = 0): Node {
    const { nodes } = this;
    if (nodes.length === 0) return { hertz, cost: localCost, previous: null };
    let previous = nodes[0];
    let cost = Number.POSITIVE_INFINITY;
    // The smoothness of a step is measured against the step from the next better candidate to the same one, as openSMILE's output shows.
    let betterStep = firstStep;
    for (const node of nodes) {
      const step = node.hertz > 0 && hertz > 0 ? Math.log(hertz / node.hertz) : 0;
      const total = node.cost + transitionCost(node.hertz, hertz, step, betterStep);
      if (node.hertz > 0) betterStep = step;
      if (total < cost) {
        cost = total;
        previous = node;
      }
    }
    return { hertz, cost: cost + localCost, previous };
  }

  /** Decides what all paths agree on, and the oldest frame where the buffer is full. */
  private commit(): void {
    let ancestors: readonly (Node | null)[] = this.nodes;
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

function transitionCost(fromHz: number, toHz: number, step: number, betterStep: number): number {
  if (fromHz === 0 && toHz === 0) return 0;
  if (fromHz === 0 || toHz === 0) return weights.voicingChange;
  return weights.step * Math.abs(step) + weights.smoothness * Math.abs(step - betterStep);
}

/** How improbable a candidate is: by its voicing, and by how far it lies from the pitch of most voices. */
function candidateCost(hertz: number, voicing: number): number {
  return weights.local * -Math.log(Math.max(1e-9, voicing)) + weights.range * rangeCost(hertz);
}

function rangeCost(hertz: number): number {
  if (hertz < 100) return (100 - hertz) / 100;
  if (hertz <= 350) return 0;
  return hertz <= 600 ? (hertz - 350) / 250 : 1.2;
}
