import { setTimeout as pause } from "node:timers/promises";
import { Publisher, Reply, Router } from "zeromq";
import type { CellOutputs, CellRunner } from "./cell-runner";
import { kernelInfo } from "./kernel-info";
import { type RequestContent, readMessage, type WireMessage, writeMessage } from "./wire-message";

/** Jupyter's connection file. */
export interface Connection {
  readonly transport: string;
  readonly ip: string;
  readonly key: string;
  readonly shell_port: number;
  readonly iopub_port: number;
  readonly control_port: number;
  readonly stdin_port: number;
  readonly hb_port: number;
}

/**
 * After a cell's error so long is waited for requests that were under way, to answer them as
 * aborted with it.
 */
const settleMilliseconds = 20;

/**
 * A kernel as Jupyter's messaging protocol 5.4 describes it, around what runs cells. Cells run in
 * the order in which they come. After an error those that already wait are answered as aborted
 * (unless `stop_on_error` is false); one that is sent after the answer runs.
 */
export class JupyterServer {
  private readonly iopub = new Publisher();
  private readonly sockets = {
    shell: new Router(),
    control: new Router(),
    stdin: new Router(),
    hb: new Reply(),
  };
  private readonly waiting: WireMessage[] = [];
  private running = false;
  private count = 0;

  /** @param runner may still be on its way: who asks for the kernel's info is answered meanwhile */
  constructor(
    private readonly connection: Connection,
    private readonly runner: Promise<CellRunner>,
    private readonly onShutdown: () => void,
  ) {}

  async listen(): Promise<void> {
    const { transport, ip, iopub_port } = this.connection;
    const at = (port: number) => `${transport}://${ip}:${port}`;
    await this.iopub.bind(at(iopub_port));
    for (const name of ["shell", "control", "stdin", "hb"] as const)
      await this.sockets[name].bind(at(this.connection[`${name}_port`]));
    void this.echo();
    void this.receive(this.sockets.shell);
    void this.receive(this.sockets.control);
  }

  private async echo(): Promise<void> {
    for await (const frames of this.sockets.hb) await this.sockets.hb.send(frames);
  }

  private async receive(socket: Router): Promise<void> {
    for await (const frames of socket) {
      const message = readMessage(this.connection.key, frames);
      if (message.header.msg_type !== "execute_request") void this.answer(socket, message);
      else {
        this.waiting.push(message);
        void this.work();
      }
    }
  }

  private async answer(socket: Router, message: WireMessage): Promise<void> {
    this.publish("status", { execution_state: "busy" }, message);
    const type = message.header.msg_type;
    const content = await this.contentFor(type, message.content);
    if (content) await this.reply(socket, message, content);
    this.publish("status", { execution_state: "idle" }, message);
    if (type === "shutdown_request") this.onShutdown();
  }

  /** What answers a message; nothing for one that asks for no answer. */
  private async contentFor(
    type: string,
    content: RequestContent,
  ): Promise<Record<string, unknown> | undefined> {
    if (type === "kernel_info_request") return kernelInfo;
    if (type === "comm_info_request") return { status: "ok", comms: {} };
    if (type === "history_request") return { status: "ok", history: [] };
    if (type === "shutdown_request") return { status: "ok", restart: content.restart };
    if (!/^(complete|inspect|is_complete)_request$/.test(type)) return undefined;
    const runner = await this.runner;
    if (type === "is_complete_request") return isComplete(runner, content.code);
    const position = utf16Length(content.code, content.cursor_pos);
    return type === "complete_request"
      ? complete(runner, content.code, position)
      : inspection(runner, content.code, position);
  }

  /** Runs what waits, one cell after the other. */
  private async work(): Promise<void> {
    if (this.running) return;
    this.running = true;
    for (let next = this.waiting.shift(); next; next = this.waiting.shift()) await this.execute(next);
    this.running = false;
  }

  private async execute(request: WireMessage): Promise<void> {
    const { code, silent = false, stop_on_error = true } = request.content;
    this.publish("status", { execution_state: "busy" }, request);
    if (!silent) this.count++;
    const counted = { execution_count: this.count };
    if (!silent) this.publish("execute_input", { code, ...counted }, request);
    const error = await (await this.runner).run(code, this.outputsFor(request));
    if (error) this.publish("error", error, request);
    if (error && stop_on_error) await pause(settleMilliseconds);
    const aborted = error && stop_on_error ? this.waiting.splice(0) : [];
    const outcome = error
      ? { status: "error", ...error }
      : { status: "ok", payload: [], user_expressions: {} };
    await this.reply(this.sockets.shell, request, { ...outcome, ...counted });
    this.publish("status", { execution_state: "idle" }, request);
    for (const other of aborted) await this.abort(other);
  }

  private async abort(request: WireMessage): Promise<void> {
    this.publish("status", { execution_state: "busy" }, request);
    await this.reply(this.sockets.shell, request, { status: "aborted" });
    this.publish("status", { execution_state: "idle" }, request);
  }

  private outputsFor(request: WireMessage): CellOutputs {
    return {
      stream: (name, text) => this.publish("stream", { name, text }, request),
      display: (content, update) =>
        this.publish(update ? "update_display_data" : "display_data", content, request),
      result: (data) =>
        this.publish("execute_result", { data, metadata: {}, execution_count: this.count }, request),
    };
  }

  private async reply(socket: Router, to: WireMessage, content: unknown): Promise<void> {
    const type = to.header.msg_type.replace(/_request$/, "_reply");
    await socket.send(writeMessage(this.connection.key, type, content, to));
  }

  /**
   * At once, even while a cell keeps the process busy: a publisher never has to wait for a
   * subscriber.
   */
  private publish(type: string, content: unknown, parent: WireMessage): void {
    const frames = writeMessage(this.connection.key, type, content, { ...parent, identities: [] });
    void this.iopub.send(frames);
  }
}

function isComplete(runner: CellRunner, code: string): Record<string, unknown> {
  const { completed, indent } = runner.isComplete(code);
  return completed ? { status: "complete" } : { status: "incomplete", indent };
}

function complete(runner: CellRunner, code: string, position: number): Record<string, unknown> {
  const { start, end, candidates } = runner.complete(code, position);
  const [cursor_start, cursor_end] = [start, end].map((at) => [...code.slice(0, at)].length);
  return { status: "ok", matches: candidates, cursor_start, cursor_end, metadata: {} };
}

function inspection(runner: CellRunner, code: string, position: number): Record<string, unknown> {
  const text = runner.inspect(code, position);
  return { status: "ok", found: text !== undefined, data: text ? { "text/plain": text } : {}, metadata: {} };
}

/**
 * Jupyter counts characters, JavaScript the units of UTF-16: the units of the first so many
 * characters.
 */
function utf16Length(code: string, characters: number): number {
  return [...code].slice(0, characters).join("").length;
}
