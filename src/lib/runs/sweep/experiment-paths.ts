import { dirname, resolve } from "node:path";
import { isFoldsFile } from "../../evaluation/folds/folds-from-file";
import type { ExperimentFile } from "./experiment-schema";
import { listOf } from "./list-of";

/** An experiment whose paths count from its file's folder, with all of them absolute. */
export function withPaths(file: ExperimentFile, path: string): ExperimentFile {
  const from = (place: string) => resolve(dirname(path), place);
  const corpora = listOf(file.corpora).map((one) => {
    if (typeof one === "string") return placed(one, from);
    if ("table" in one)
      return { table: from(one.table), ...(one.labels !== undefined && { labels: from(one.labels) }) };
    const { map, audioRoot } = one;
    return {
      ...one,
      corpus: placed(one.corpus, from),
      ...(map !== undefined && { map: from(map) }),
      ...(audioRoot !== undefined && { audioRoot: from(audioRoot) }),
    };
  });
  const { features, folds, noise, cross } = file;
  return {
    ...file,
    corpora,
    ...(features !== undefined && {
      features: listOf(features).map((set) =>
        /^(band-\d+:)?(conditioned:)?onnx:/.test(set) ? placed(set, from) : set,
      ),
    }),
    folds: listOf(folds).map((spec) => (isFoldsFile(spec) ? from(spec) : spec)),
    ...(noise !== undefined && { noise: from(noise) }),
    cross: typeof cross === "object" && cross.map ? { ...cross, map: from(cross.map) } : cross,
  };
}

/** A path, or words with a colon before it: an adapter, a feature set. */
function placed(place: string, from: (path: string) => string): string {
  const [, before = "", path = place] =
    /^((?:band-\d+:)?(?:conditioned:)?[a-z][a-z\d-]+:)?(.*)$/is.exec(place) ?? [];
  return before + from(path);
}
