import type { CheckedCorpus } from "../../corpus/recording";
import type { LabelMap } from "../../corpus/selection/label-map";
import { readLabelMap } from "../../corpus/selection/read-label-map";
import { type CrossMatrix, crossCorpora } from "../cross/cross-corpora";
import { crossEntries } from "../cross/cross-entries";
import { crossFolder } from "../cross/cross-folder";
import type { ExperimentOptions } from "../experiment";
import { corpusSubject } from "../experiment-subject";
import type { ExperimentFile } from "./experiment-schema";
import { listOf } from "./list-of";
import { optionsSuffix } from "./options-suffix";
import { goTogether } from "./plan-sweep";
import { sweepChoices } from "./sweep-choices";

/**
 * The matrices across corpora that an experiment asks for, one for each choice and feature set that
 * go together; cells that are there are read.
 *
 * @param out where matrices have their folders; default: among the results of the first corpus
 * @throws as `crossCorpora`
 */
export async function runMatrices(
  corpora: readonly CheckedCorpus[],
  file: ExperimentFile,
  { out, ...options }: ExperimentOptions & { readonly out?: string },
): Promise<CrossMatrix[]> {
  if (!file.cross) return [];
  const map = mapOf(file);
  const names = corpora.map(({ name }) => name);
  const matrices: CrossMatrix[] = [];
  for (const { groups: _, ...choice } of sweepChoices(file, listOf(file.normalize))) {
    for (const features of listOf(file.features ?? [])) {
      if (!(await goTogether(choice.model, corpusSubject(corpora[0], features)))) continue;
      const folder = crossFolder(names, features, choice, out) + optionsSuffix(choice);
      const matrix = { folder, replace: true, map, force: file.force };
      matrices.push(await crossCorpora(corpora, features, choice, { ...options, ...matrix }));
    }
  }
  return matrices;
}

/**
 * Refuses corpora that no matrix can be made of, before anything is computed.
 *
 * @throws InputError for a map that is missing or wrong, and where fewer than two labels are common
 */
export function checkMatrices(corpora: readonly CheckedCorpus[], file: ExperimentFile): void {
  if (file.cross) crossEntries(corpora, listOf(file.features ?? [])[0], mapOf(file));
}

function mapOf({ cross }: ExperimentFile): LabelMap | undefined {
  return typeof cross === "object" && cross.map !== undefined ? readLabelMap(cross.map) : undefined;
}
