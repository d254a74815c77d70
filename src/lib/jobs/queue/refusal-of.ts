import { existsSync } from "node:fs";
import { join } from "node:path";
import { cacheFolder } from "../../disk/paths";
import type { JobMessage } from "./job-message";

/** What a worker is and sees. */
export interface WorkerFacts {
  /** As `codeVersion` gives it. */
  readonly code: string;
  /** As `cacheId` gives it. */
  readonly cache: string;
  /** Where this machine has the corpus's audio; default: where the one who asks has it. */
  readonly audioRoot?: string;
}

/**
 * Why a worker cannot do a job that another could.
 *
 * @returns one sentence; nothing where it can
 */
export function refusalOf({ code, cache, reference }: JobMessage, worker: WorkerFacts): string | undefined {
  if (code !== worker.code)
    return `the jobs are of version ${code}, this worker is of ${worker.code}; check out the same commit here`;
  if (cache !== worker.cache)
    return `the cache folder ${cacheFolder()} is not the one that the jobs are for; set SER_CACHE to the folder that all machines see`;
  if (!reference.audio) return undefined;
  const { files } = reference.audio;
  const root = worker.audioRoot ?? reference.audio.root;
  const unseen = files.find((file) => !existsSync(join(root, file)));
  return unseen && `${join(root, unseen)} is not to be seen here; name the corpus's folder with --audio-root`;
}
