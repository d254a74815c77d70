import { InputError } from "../../check";
import { checkRows, checkTraining } from "../check-rows";
import type { Classifier, ClassifierState, Prediction } from "../classifier";
import type { Calibratable, JudgedDecisions } from "../held-out-decisions";
import type { Kernel } from "./kernel";
import { decisionsOf, type Machine, toMachine } from "./machine";
import { PairProbabilities } from "./pair-probabilities";
import type { PairSigmoid } from "./pair-sigmoid";
import { type SvmOptions, type SvmPoint, svmPoint } from "./svm-options";
import { TrainingSet } from "./training-set";
import { mostVoted, scoresByClass } from "./votes";

/** The settings of a saved machine; `kernel` holds gamma as a number. */
type Saved = Omit<SvmPoint, "kernel"> & { readonly kernel: Kernel; readonly sharpness: number };

/**
 * C-SVC, one against one, with scikit-learn's label order, votes, ties and class weights
 * (`sklearn.svm.SVC`). The label is decided by votes. Probabilities couple those of all pairs,
 * which `calibrate` fits to held-out decisions. Where pairs are close, another label may be
 * likelier than the one voted for; the two then exchange their probabilities, so that, other than
 * with scikit-learn's, label and probabilities never contradict each other.
 *
 * @example await new SupportVectorClassifier({ kernel: "linear", C: 0.1 }).fit(rows, labels)
 */
export class SupportVectorClassifier implements Classifier<Float64Array>, Calibratable {
  labels: readonly string[] = [];
  private readonly point: SvmPoint;
  private machine: Machine | undefined;
  private pairProbabilities = PairProbabilities.uncalibrated(0);

  constructor(options: SvmOptions) {
    this.point = svmPoint(options);
  }

  async fit(rows: readonly Float64Array[], labels: readonly string[]): Promise<this> {
    checkTraining(rows, labels);
    const training = new TrainingSet(rows, labels);
    if (training.labels.length < 2) {
      throw new InputError(
        `a support vector machine needs at least two labels, all ${rows.length} rows are "${labels[0]}"`,
      );
    }
    const kernel = training.kernel(this.point);
    const [pairs] = training.solve(kernel, [this.point]);
    this.machine = toMachine(training, kernel, pairs);
    this.labels = training.labels;
    this.pairProbabilities = PairProbabilities.uncalibrated(this.machine.offsets.length);
    return this;
  }

  calibrate(heldOut: readonly JudgedDecisions[]): void {
    this.pairProbabilities = PairProbabilities.fit(this.labels, heldOut);
  }

  /**
   * Rows x pairs (0-1, 0-2, ..., 1-2, ...); above 0 votes for the first of the pair. scikit-learn's
   * "ovo" shape, for three classes and more.
   */
  pairDecisions(rows: readonly Float64Array[]): Float64Array[] {
    const machine = this.fitted();
    checkRows(rows, machine.support.columns);
    return decisionsOf(machine, rows);
  }

  /**
   * Rows x labels; scikit-learn's `decision_function` in its default "ovr" shape, for three classes
   * and more.
   */
  labelDecisions(rows: readonly Float64Array[]): number[][] {
    return this.pairDecisions(rows).map((decisions) => scoresByClass(decisions, this.labels.length));
  }

  async predict(rows: readonly Float64Array[]): Promise<Prediction[]> {
    const classes = this.labels.length;
    return this.pairDecisions(rows).map((decisions) => {
      const voted = mostVoted(decisions, classes);
      const probabilities = this.pairProbabilities.of(decisions);
      return { label: this.labels[voted], probabilities: withHighest(voted, probabilities) };
    });
  }

  save(): ClassifierState {
    const { kernel, support, coefficients, offsets } = this.fitted();
    return {
      model: `svm-${kernel.name}`,
      labels: this.labels,
      settings: { ...this.point, kernel, sharpness: this.pairProbabilities.sharpness },
      weights: {
        support: { shape: [support.count, support.columns], values: support.data },
        coefficients: { shape: [offsets.length, support.count], values: coefficients },
        offsets: { shape: [offsets.length], values: offsets },
        sigmoids: { shape: [offsets.length, 2], values: sigmoidValues(this.pairProbabilities.sigmoids) },
      },
    };
  }

  static restore({ labels, settings, weights }: ClassifierState): SupportVectorClassifier {
    const { kernel, sharpness, ...point } = settings as Saved;
    const model = new SupportVectorClassifier({ ...point, kernel: kernel.name });
    const [count, columns] = weights.support.shape;
    model.labels = labels;
    model.pairProbabilities = new PairProbabilities(sigmoidsFrom(weights), sharpness);
    model.machine = {
      kernel,
      support: { count, columns, data: Float64Array.from(weights.support.values) },
      coefficients: Float64Array.from(weights.coefficients.values),
      offsets: Float64Array.from(weights.offsets.values),
    };
    return model;
  }

  private fitted(): Machine {
    if (this.machine) return this.machine;
    throw new InputError("the support vector machine is not fitted: call fit first");
  }
}

function sigmoidValues(sigmoids: readonly PairSigmoid[]): Float64Array {
  return Float64Array.from(sigmoids.flatMap(({ slope, shift }) => [slope, shift]));
}

function sigmoidsFrom({ sigmoids }: ClassifierState["weights"]): PairSigmoid[] {
  if (!sigmoids)
    throw new InputError(
      "the support vector machine was saved by an older version, which gave other probabilities; train it again",
    );
  const [pairs] = sigmoids.shape;
  const { values } = sigmoids;
  return Array.from({ length: pairs }, (_, pair) => ({
    slope: values[2 * pair],
    shift: values[2 * pair + 1],
  }));
}

/** The highest value at `index`: it and the one that has it exchange theirs. */
function withHighest(index: number, values: number[]): number[] {
  const highest = values.indexOf(Math.max(...values));
  [values[index], values[highest]] = [values[highest], values[index]];
  return values;
}
