import { join } from "node:path";
import { type Job, WaitingError } from "bullmq";
import { InputError } from "../../check";
import { projectRoot } from "../../disk/paths";
import { outputOf } from "../output-of";
import type { JobReference } from "../task";
import type { WorkerPool } from "../worker-pool";
import type { JobAnswer, JobMessage } from "./job-message";
import { refusalOf, type WorkerFacts } from "./refusal-of";

/** Does the jobs that a worker was given, or gives them back. */
export class JobTaker {
  /** Why this worker can do no job; set with the first that it cannot. */
  refusal?: string;
  onRefusal = (): void => {};

  constructor(
    private readonly pool: WorkerPool,
    private readonly facts: WorkerFacts,
  ) {}

  async take(job: Job<JobMessage>, token?: string): Promise<JobAnswer> {
    this.refusal ??= refusalOf(job.data, this.facts);
    if (this.refusal !== undefined) {
      this.onRefusal(); // first, so that the job does not come here again
      await job.moveToWait(token);
      throw new WaitingError();
    }
    const { module, reference } = job.data;
    const call = { module: moduleHere(module), input: this.inPlace(reference) };
    return { answer: outputOf(await this.pool.run(call)) };
  }

  /** The reference with this machine's place of the audio. */
  private inPlace(reference: JobReference): JobReference {
    const { audioRoot } = this.facts;
    if (!reference.audio || audioRoot === undefined) return reference;
    return { ...reference, audio: { ...reference.audio, root: audioRoot } };
  }
}

/** Only files of the library are run, whatever stands in Redis. */
function moduleHere(module: string): string {
  if (!/^src\/lib\/(?!.*\.\.)[\w./-]+\.ts$/.test(module))
    throw new InputError(`module="${module}" must be a file under src/lib`);
  return join(projectRoot, module);
}
