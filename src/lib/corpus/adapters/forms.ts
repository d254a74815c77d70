import type { Adapter } from "./adapter";
import { audformat } from "./forms/audformat";
import { audiofolder } from "./forms/audiofolder";
import { emobox } from "./forms/emobox";
import { kaldi } from "./forms/kaldi";
import { lhotse } from "./forms/lhotse";
import { loneTable, manifest } from "./forms/manifest";
import { parquet } from "./forms/parquet";
import { partTables } from "./forms/part-tables";
import { sidecars } from "./forms/sidecars";
import { tracks } from "./forms/tracks";

/** The forms in which corpora are handed on. */
export const FORMS: readonly Adapter[] = [
  manifest,
  partTables,
  audiofolder,
  parquet,
  emobox,
  audformat,
  kaldi,
  lhotse,
  loneTable,
  tracks,
  sidecars,
];
