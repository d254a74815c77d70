import type { CheckedCorpus } from "../../corpus/recording";
import { readLabelMap } from "../../corpus/selection/read-label-map";
import { type CrossMatrix, crossCorpora } from "../cross/cross-corpora";
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
  const mapPath = file.cross === true ? undefined : file.cross.map;
  const map = mapPath === undefined ? undefined : readLabelMap(mapPath);
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
