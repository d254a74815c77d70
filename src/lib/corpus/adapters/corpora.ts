import type { Adapter } from "./adapter";
import { cremad } from "./corpora/cremad";
import { emodb } from "./corpora/emodb";
import { emovdb } from "./corpora/emovdb";
import { emovo } from "./corpora/emovo";
import { emozionalmente } from "./corpora/emozionalmente";
import { enterface } from "./corpora/enterface";
import { esd } from "./corpora/esd";
import { iemocap, iemocapAll } from "./corpora/iemocap";
import { jlcorpus } from "./corpora/jlcorpus";
import { m3ed } from "./corpora/m3ed";
import { mead } from "./corpora/mead";
import { meld } from "./corpora/meld";
import { mesd } from "./corpora/mesd";
import { mspPodcast } from "./corpora/msp-podcast";
import { pavoque } from "./corpora/pavoque";
import { polish } from "./corpora/polish";
import { ravdess } from "./corpora/ravdess";
import { savee } from "./corpora/savee";
import { shemo } from "./corpora/shemo";
import { subesco } from "./corpora/subesco";
import { tess } from "./corpora/tess";
import { urdu } from "./corpora/urdu";

/** The public corpora that open as they unpack, in order of name. */
export const CORPORA: readonly Adapter[] = [
  cremad,
  emodb,
  emovdb,
  emovo,
  emozionalmente,
  enterface,
  esd,
  iemocap,
  iemocapAll,
  jlcorpus,
  m3ed,
  mead,
  meld,
  mesd,
  mspPodcast,
  pavoque,
  polish,
  ravdess,
  savee,
  shemo,
  subesco,
  tess,
  urdu,
];
