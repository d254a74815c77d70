import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { basename, join } from "node:path";
import { InputError } from "../check";
import { projectRoot } from "../disk/paths";
import type { ProcessReply, ProcessStep } from "./process-worker";
import type { OnStep } from "./task";
import type { WorkerAnswer, WorkerCall } from "./worker";
import type { WorkerPool } from "./worker-pool";

/**
 * A job whose process dies is started again so often; what kills three processes is the job itself.
 */
const restarts = 2;

/**
 * Workers that are processes, started as jobs come and used again: native code that crashes ends
 * the process of one job. That job is started again in a new process, at most twice, and the
 * standard error says so.
 *
 * @throws InputError from `run` where the third process dies, too
 */
export function processPool(): WorkerPool {
  const alive = new Set<ChildProcess>();
  const idle: ChildProcess[] = [];
  const start = () => {
    const child = startWorker();
    alive.add(child);
    child.once("exit", () => {
      alive.delete(child);
      if (idle.includes(child)) idle.splice(idle.indexOf(child), 1);
    });
    return child;
  };
  const attempt = async (call: WorkerCall, onStep?: OnStep): Promise<ProcessReply | Death> => {
    const child = idle.pop() ?? start();
    const reply = await replyOf(child, call, onStep);
    if (!("death" in reply)) idle.push(child);
    return reply;
  };
  const close = async () => {
    await Promise.all(Array.from(alive, end));
  };
  return { run: (call, onStep) => runWithRestarts(call, () => attempt(call, onStep)), close };
}

/** How a process ended that owed an answer, as in "by SIGSEGV". */
interface Death {
  readonly death: string;
}

async function runWithRestarts(
  call: WorkerCall,
  attempt: () => Promise<ProcessReply | Death>,
): Promise<WorkerAnswer> {
  const job = `a job of ${basename(call.module)}`;
  for (let again = 0; ; again++) {
    const reply = await attempt();
    if ("answer" in reply) return reply.answer;
    if ("thrown" in reply) throw reply.thrown;
    if (again === restarts)
      throw new InputError(
        `${job} ended its process ${reply.death} ${again + 1} times; what is finished is kept: free memory or pass --workers 1, and run the command again`,
      );
    process.stderr.write(
      `warning: ${job} ended its process ${reply.death}, it is started again (${again + 1} of ${restarts})\n`,
    );
  }
}

function startWorker(): ChildProcess {
  return fork(join(projectRoot, "src/lib/jobs/process-worker.ts"), {
    execArgv: ["--require", join(projectRoot, "src/lib/jobs/typescript.cjs")],
    // Rows and results cross as in a thread: typed arrays stay what they are, to the bit.
    serialization: "advanced",
  });
}

/** Sends one job and waits for its answer, or for the end of the process. */
function replyOf(child: ChildProcess, call: WorkerCall, onStep?: OnStep): Promise<ProcessReply | Death> {
  return new Promise((resolve) => {
    const onExit = (code: number | null, signal: string | null) => {
      child.off("message", onMessage);
      resolve({ death: signal ? `by ${signal}` : `with exit code ${code}` });
    };
    const onMessage = (message: ProcessReply | ProcessStep) => {
      if ("step" in message) return onStep?.(...message.step);
      child.off("exit", onExit).off("message", onMessage);
      resolve(message);
    };
    child.once("exit", onExit);
    child.on("message", onMessage);
    // A process that is gone cannot be sent to; its exit tells the same.
    child.send(call, () => {});
  });
}

/** By a signal: no native library is taken down in order, which is where some of them crash. */
async function end(child: ChildProcess): Promise<void> {
  const gone = once(child.removeAllListeners("exit"), "exit");
  child.kill("SIGKILL");
  await gone;
}
