import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "./free-port.fixture";

/** Why tests that need a Redis are skipped here; nothing where there is one. */
export const noRedis = spawnSync("redis-server", ["--version"]).error
  ? "redis-server is not installed (apt-get install redis-server)"
  : undefined;

/**
 * A Redis of this test's own: on a free port, with a password, and a log of all changes in a folder
 * of its own.
 */
export class RedisFixture {
  private readonly folder = mkdtempSync(join(tmpdir(), "redis-"));
  private server?: ChildProcess;

  private constructor(private readonly port: number) {}

  static async start(): Promise<RedisFixture> {
    const redis = new RedisFixture(await freePort());
    await redis.start();
    return redis;
  }

  get address(): string {
    return this.addressAt("127.0.0.1");
  }

  /** As another host reaches it. */
  addressAt(host: string): string {
    return `redis://:secret@${host}:${this.port}`;
  }

  /** Starts it, the first time or again with what it had. */
  async start(): Promise<void> {
    const settings = { port: this.port, requirepass: "secret", dir: this.folder, save: "" };
    const log = { appendonly: "yes", appendfsync: "always" };
    const args = Object.entries({ ...settings, ...log }).flatMap(([name, value]) => [
      `--${name}`,
      `${value}`,
    ]);
    this.server = spawn("redis-server", args, { stdio: ["ignore", "pipe", "inherit"] });
    for await (const text of this.server.stdout as NodeJS.ReadableStream)
      if (/Ready to accept connections/.test(String(text))) break;
  }

  /** Ends it at once, as a crash does. */
  async kill(): Promise<void> {
    const gone = once(this.server as ChildProcess, "exit");
    this.server?.kill("SIGKILL");
    await gone;
  }
}
