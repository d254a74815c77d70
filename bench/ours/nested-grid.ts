import { readFeatureTable } from "../../src/lib/dataset/read-feature-table";
import { crossValidate } from "../../src/lib/evaluation/cross-validate";
import { makeFolds } from "../../src/lib/evaluation/folds/folds";
import { uar } from "../../src/lib/evaluation/metrics/uar";

/** The nested leave-one-speaker-out grid on a feature table, one thread; prints seconds and UAR. */
async function main([path, model, workers]: string[]): Promise<void> {
  const table = readFeatureTable(path);
  const folds = makeFolds("loso", table.recordings, 0);
  const start = performance.now();
  const { predictions } = await crossValidate(table, folds, { model, workers: Number(workers) });
  const seconds = (performance.now() - start) / 1000;
  const truths = predictions.map(({ emotion }) => emotion);
  console.log(
    JSON.stringify({
      seconds,
      uar: uar(
        truths,
        predictions.map(({ predicted }) => predicted),
      ),
    }),
  );
}

main(process.argv.slice(2));
