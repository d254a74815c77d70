import { type ChildProcess, spawn, spawnSync } from "node:child_process";

/** A network namespace as a host of its own: another address, another name. */
export class NetworkHost {
  readonly name: string;
  private readonly cable: string;

  /** @param number of the host, 1 to 99, in a test's own network */
  constructor(private readonly number: number) {
    this.name = `ser${process.pid}-${number}`;
    this.cable = `ser${process.pid % 100_000}v${number}`;
  }

  /** Of the machine that the tests run on, as this host sees it. */
  get gateway(): string {
    return `10.213.${this.number}.1`;
  }

  /** @returns whether it could be made */
  create(): boolean {
    const own = `10.213.${this.number}.2/24`;
    const inside = ["netns", "exec", this.name, "ip"];
    return [
      ["netns", "add", this.name],
      ["link", "add", this.cable, "type", "veth", "peer", "name", "eth0", "netns", this.name],
      ["addr", "add", `${this.gateway}/24`, "dev", this.cable],
      ["link", "set", this.cable, "up"],
      [...inside, "addr", "add", own, "dev", "eth0"],
      [...inside, "link", "set", "eth0", "up"],
    ].every(ip);
  }

  /** Starts a Node program there. */
  start(args: readonly string[], environment: NodeJS.ProcessEnv): ChildProcess {
    const named = `hostname ${this.name} && exec "$@"`;
    const command = ["unshare", "--uts", "sh", "-c", named, "sh", process.execPath, ...args];
    return spawn("ip", ["netns", "exec", this.name, ...command], {
      env: { ...process.env, ...environment },
      stdio: ["ignore", "ignore", "inherit"],
    });
  }

  remove(): void {
    ip(["netns", "del", this.name]);
  }
}

/** Why tests on hosts are skipped here; nothing where hosts can be made. */
export function noNetworkHosts(): string | undefined {
  const host = new NetworkHost(99);
  const isMade = host.create();
  host.remove();
  return isMade ? undefined : "network namespaces cannot be made here (they need root and iproute2)";
}

function ip(args: readonly string[]): boolean {
  return spawnSync("ip", args, { stdio: "ignore" }).status === 0;
}
