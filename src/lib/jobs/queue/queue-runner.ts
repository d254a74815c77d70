import { relative } from "node:path";
import { type Job, QueueEvents } from "bullmq";
import type { Redis } from "ioredis";
import { InputError } from "../../check";
import { cacheId } from "../../disk/cache-id";
import { projectRoot } from "../../disk/paths";
import { sha256 } from "../../disk/sha256";
import type { JobRunner } from "../job-runner";
import type { Elsewhere } from "../task";
import { codeVersion } from "./code-version";
import { connectRedis } from "./connect-redis";
import { deaths, type JobAnswer, type JobMessage, queueNames } from "./job-message";
import { type JobQueue, openQueue } from "./open-queue";
import { withoutPassword } from "./queue-address";

/** How often a job that throws is tried. */
const attempts = 3;

/**
 * Finished jobs are taken out by who asked; those of one who was killed wait for the next as long
 * as this.
 */
const keptSeconds = 24 * 3600;

/**
 * All jobs in work are looked at so often, as an event may be lost where Redis or the network was
 * away.
 */
const lookMilliseconds = 2000;

interface Connected {
  readonly redis: Redis;
  readonly queue: JobQueue;
  readonly events: QueueEvents;
  /** What all messages say. */
  readonly sender: Omit<JobMessage, "reference">;
}

/** A job whose answer somebody waits for. */
interface Awaited {
  readonly message: JobMessage;
  /** Several where inputs are equal. */
  readonly waiters: {
    readonly resolve: (answer: unknown) => void;
    readonly reject: (error: unknown) => void;
  }[];
  /** Whether it was asked for in this run: a failure from before does not count. */
  asked: boolean;
}

/**
 * Hands jobs to the machines that take them from a queue (`takeJobs`).
 *
 * A job is known by the digest of its message, so one that was asked for by a process that was
 * killed is found again, done or not, and the same job is never twice in the queue. A job that
 * Redis lost is put there again.
 */
export class QueueRunner<Input, Output> implements JobRunner<Input, Output> {
  readonly lanes = 256;
  readonly goesOn = true;
  private connected?: Promise<Connected>;
  private readonly awaited = new Map<string, Awaited>();
  private readonly done = new Map<string, number>();
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly address: string,
    private readonly elsewhere: Elsewhere<Input, Output>,
  ) {}

  readonly run = async (input: Input): Promise<Output> => {
    this.connected ??= this.connect();
    const { sender } = await this.connected;
    const answer = await this.ask({ ...sender, reference: this.elsewhere.refer(input) });
    return this.elsewhere.resolve(answer, input);
  };

  readonly tally = (): string => [...this.done].map(([machine, jobs]) => `${machine} ${jobs}`).join(", ");

  readonly close = async (): Promise<void> => {
    clearInterval(this.timer);
    const connected = await this.connected?.catch(() => undefined);
    await connected?.events.close();
    await connected?.queue.close();
    connected?.redis.disconnect();
  };

  private async connect(): Promise<Connected> {
    const redis = await connectRedis(this.address);
    const { name, prefix } = queueNames;
    const queue = openQueue(redis);
    const events = new QueueEvents(name, { connection: redis, prefix });
    queue.on("error", () => {}); // told by connectRedis
    events.on("error", () => {});
    const look = ({ jobId }: { jobId: string }) => void this.look(jobId);
    events.on("completed", look).on("failed", look);
    await events.waitUntilReady();
    this.timer = setInterval(() => void this.lookAtAll(), lookMilliseconds);
    setTimeout(() => void this.tellWhereNobodyWorks(queue), lookMilliseconds).unref();
    const module = relative(projectRoot, this.elsewhere.module).replaceAll("\\", "/");
    return { redis, queue, events, sender: { code: codeVersion(), cache: cacheId(), module } };
  }

  private ask(message: JobMessage): Promise<unknown> {
    const id = sha256(JSON.stringify(message)).slice(0, 32);
    return new Promise((resolve, reject) => {
      const awaited = this.awaited.get(id) ?? { message, waiters: [], asked: false };
      awaited.waiters.push({ resolve, reject });
      this.awaited.set(id, awaited);
      void this.look(id);
    });
  }

  private async lookAtAll(): Promise<void> {
    const { redis } = await (this.connected as Promise<Connected>);
    if (redis.status !== "ready") return;
    for (const id of this.awaited.keys()) await this.look(id);
  }

  /**
   * Sees how an awaited job stands: puts it into the queue where it is not, takes its answer where
   * it has one.
   */
  private async look(id: string): Promise<void> {
    const awaited = this.awaited.get(id);
    if (!awaited) return;
    try {
      const { queue } = await (this.connected as Promise<Connected>);
      const job = await queue.getJob(id);
      if (!job) await this.put(queue, id, awaited);
      else if (job.finishedOn) await this.settle(job, id, awaited);
      else awaited.asked = true;
    } catch (error) {
      this.refuse(id, awaited, error);
    }
  }

  private refuse(id: string, { waiters }: Awaited, error: unknown): void {
    this.awaited.delete(id);
    for (const { reject } of waiters) reject(error);
  }

  private async put(queue: JobQueue, jobId: string, awaited: Awaited): Promise<void> {
    awaited.asked = true;
    const age = { age: keptSeconds };
    const { message } = awaited;
    const options = { jobId, attempts, removeOnComplete: age, removeOnFail: age };
    await queue.add(message.reference.name, message, options);
  }

  private async settle(job: Job<JobMessage, JobAnswer>, id: string, awaited: Awaited): Promise<void> {
    if (job.returnvalue) {
      if (!this.awaited.delete(id)) return; // another look was faster
      const machine = job.processedBy ?? "?";
      this.done.set(machine, (this.done.get(machine) ?? 0) + 1);
      for (const { resolve } of awaited.waiters) resolve(job.returnvalue.answer);
      await job.remove().catch(() => {}); // who asks for the same may be faster
    } else if (awaited.asked) {
      this.refuse(id, awaited, new InputError(`${job.name}: ${reasonOf(job)}`));
    } else {
      await job.remove().catch(() => {});
      await this.look(id);
    }
  }

  private async tellWhereNobodyWorks(queue: JobQueue): Promise<void> {
    if (this.awaited.size === 0) return;
    const workers = await queue.getWorkersCount().catch(() => undefined);
    const shown = withoutPassword(this.address);
    if (workers === 0) console.error(`no worker takes jobs from ${shown} yet: ser work --queue ${shown}`);
  }
}

function reasonOf({ failedReason, processedBy }: Job): string {
  if (!/stalled/.test(failedReason)) return `${failedReason} (${processedBy})`;
  return `its worker ended ${deaths} times while it was in work, the last one on ${processedBy}`;
}
