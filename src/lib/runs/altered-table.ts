import { drawAlteration, type SoundAugmentation } from "../dataset/altered/augmentation";
import type { ExtractionOptions } from "../dataset/extract-in-order";
import type { FeatureTable } from "../dataset/feature-table";
import type { Row } from "../features/row";
import type { ExperimentPlan } from "./experiment-plan";

/**
 * The table of a plan with altered copies: one of each recording for each kind of augmentation, to
 * learn from, and one for each condition of the stress test, to decide on.
 *
 * Networks hide parts of every matrix in every epoch anyway, so that SpecAugment adds no copies for
 * them.
 */
export async function alteredTable(
  { subject, settings, noiseFiles }: Pick<ExperimentPlan, "subject" | "settings" | "noiseFiles">,
  options: ExtractionOptions,
): Promise<FeatureTable> {
  const table = await subject.table(options);
  const { augment = [], stress = [], seed } = settings;
  const altering = { ...options, seed, noiseFiles };
  const isMatrix = "data" in table.rows[0];
  const kinds = augment.filter(
    (kind): kind is SoundAugmentation => kind !== "mixup" && !(isMatrix && kind === "specaugment"),
  );
  const augmented: (readonly Row[])[] = [];
  for (const kind of kinds)
    augmented.push(await subject.altered((file) => drawAlteration(kind, file, seed), altering));
  const stressed: { condition: string; rows: readonly Row[] }[] = [];
  for (const condition of stress)
    stressed.push({ condition, rows: await subject.altered(() => condition, altering) });
  return {
    ...table,
    ...(augmented.length > 0 && { augmented }),
    ...(stressed.length > 0 && { stressed }),
  };
}
