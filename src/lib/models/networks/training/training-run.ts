import type { Row } from "../../../features/row";
import type { Random } from "../../../numbers/random";
import { classWeights } from "../../class-weights";
import { mixup } from "../augmentation/mixup";
import { foldNormalization } from "../fold-normalization";
import type { Batch, Network, TrainingPass } from "../network";
import { stack } from "../stack";
import type { Weight, Weights } from "../weights";
import { adamw, type Optimizer } from "./adamw";
import { lossAndGradients } from "./gradient-step";
import { oneCycle } from "./one-cycle";

/** What a network learns from. */
export interface TrainingData<X extends Row> {
  /** Prepared rows. */
  readonly rows: readonly X[];
  /** Class of each row as a place in `labels`. */
  readonly targets: readonly number[];
  /** Prepared rows that are judged after every epoch and never learned from. */
  readonly watched?: { readonly rows: readonly X[]; readonly targets: readonly number[] };
  /** Class names, ascending. */
  readonly labels: readonly string[];
  /** Columns of each row. */
  readonly columns: number;
}

/** How much of its running statistics a normalization keeps at every batch. */
const momentum = 0.9;

/** A training under way: fresh weights, changed by every epoch. */
export class TrainingRun<X extends Row> implements TrainingPass {
  private readonly learned: Weights;
  private readonly statistics: Record<string, Weight> = {};
  private readonly update: Optimizer;
  private readonly targetRows: readonly Float32Array[];
  private epochsDone = 0;

  constructor(
    private readonly network: Network<X>,
    private readonly data: TrainingData<X>,
    readonly source: Random,
  ) {
    this.learned = network.initialise(data.columns, data.labels.length, source);
    this.update = adamw(this.learned, { weightDecay: network.options.weightDecay });
    this.targetRows = weightedTargets(data, network.options.labelSmoothing);
  }

  /** A copy of all that prediction needs. */
  weights(): Weights {
    return foldNormalization(this.learned, this.statistics);
  }

  observe(layer: string, mean: Float32Array, variance: Float32Array): void {
    this.average(`${layer}.mean`, mean);
    this.average(`${layer}.variance`, variance);
  }

  /**
   * One pass over the rows in a new order; the mean loss. A last batch that would be smaller than
   * the others is left out.
   */
  epoch(): number {
    const { batchSize, epochs } = this.network.options;
    const order = this.source.shuffle(this.data.rows.map((_, row) => row));
    const size = Math.min(batchSize, order.length);
    const steps = Math.floor(order.length / size);
    let lossSum = 0;
    for (let step = 0; step < steps; step++) {
      const progress = (this.epochsDone + step / steps) / epochs;
      lossSum += this.step(order.slice(step * size, (step + 1) * size), progress);
    }
    this.epochsDone++;
    return lossSum / steps;
  }

  private average(name: string, seen: Float32Array): void {
    this.statistics[name] ??= { shape: [seen.length], values: seen.slice() };
    const { values } = this.statistics[name];
    for (let c = 0; c < seen.length; c++) values[c] = momentum * values[c] + (1 - momentum) * seen[c];
  }

  private step(chosen: readonly number[], progress: number): number {
    const { peakRate } = this.network.options;
    const [inputs, targets] = this.batch(chosen);
    const { loss, gradients } = lossAndGradients(this.network, this.learned, inputs, targets, this);
    this.update(gradients, oneCycle(progress, peakRate));
    return loss;
  }

  private batch(chosen: readonly number[]): readonly Batch[] {
    const rows = chosen.map((row) => this.data.rows[row]);
    const inputs = this.network.trainingBatch(rows, this.source);
    const targets = stack(chosen.map((row) => this.targetRows[row]));
    const { mixup: alpha } = this.network.options;
    return alpha > 0 ? mixup([inputs, targets], alpha, this.source) : [inputs, targets];
  }
}

/**
 * One row per recording: 1 at its class (less what smoothing spreads over all), times the weight of
 * the class.
 */
function weightedTargets<X extends Row>(
  { targets, labels }: TrainingData<X>,
  smoothing: number,
): Float32Array[] {
  const counts = labels.map((_, c) => targets.filter((target) => target === c).length);
  const weights = classWeights("balanced", labels, counts);
  return targets.map((target) =>
    Float32Array.from(labels, (_, c) => {
      const share = smoothing / labels.length + (c === target ? 1 - smoothing : 0);
      return share * weights[target];
    }),
  );
}
