import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "./free-port.fixture";

const programs = ["munged", "slurmctld", "slurmd", "sbatch"];

/** Why tests that need a Slurm are skipped here; nothing where one can be started. */
export const noSlurm =
  process.getuid?.() !== 0 || programs.some((program) => spawnSync(program, ["--version"]).error)
    ? "Slurm cannot be started here (it needs root, and apt-get install slurmd slurmctld slurm-client munge)"
    : undefined;

/** A Slurm of this test's own, with this machine as its one node. */
export class SlurmFixture {
  private readonly folder = mkdtempSync(join(tmpdir(), "slurm-"));
  private readonly daemons: ChildProcess[] = [];
  private readonly environment = { ...process.env, SLURM_CONF: join(this.folder, "slurm.conf") };

  private constructor() {}

  static async start(): Promise<SlurmFixture> {
    const slurm = new SlurmFixture();
    await slurm.configure();
    const at = (name: string) => join(slurm.folder, name);
    const files = { "key-file": "key", socket: "socket", "pid-file": "pid", "log-file": "log" };
    const options = Object.entries({ ...files, "seed-file": "seed" });
    slurm.daemon("munged", [
      "--foreground",
      "--force",
      ...options.map(([name, file]) => `--${name}=${at(file)}`),
    ]);
    slurm.daemon("slurmctld", ["-D"]);
    slurm.daemon("slurmd", ["-D"]);
    for (let looks = 0; !/idle/.test(slurm.ask("sinfo")); looks++) {
      if (looks > 300) throw new Error("Slurm's node does not become idle");
      await pause(100);
    }
    return slurm;
  }

  /** Submits a batch script; what it writes stands in the folder of this test. */
  submit(script: string, options: readonly string[], environment: NodeJS.ProcessEnv): void {
    const args = ["--output", join(this.folder, "%A-%a.txt"), ...options, script];
    const { status, stderr } = spawnSync("sbatch", args, {
      encoding: "utf8",
      env: { ...this.environment, ...environment },
    });
    if (status !== 0) throw new Error(stderr);
  }

  /** Ends what runs, and itself. */
  async stop(): Promise<void> {
    this.ask("scancel", "--user=root", "--full");
    while (/\d/.test(this.ask("squeue", "--noheader"))) await pause(100);
    for (const daemon of this.daemons.reverse()) {
      const gone = once(daemon, "exit");
      daemon.kill("SIGTERM");
      await gone;
    }
  }

  private ask(program: string, ...args: string[]): string {
    return spawnSync(program, args, { encoding: "utf8", env: this.environment }).stdout;
  }

  private daemon(program: string, args: readonly string[]): void {
    this.daemons.push(spawn(program, args, { env: this.environment, stdio: "ignore" }));
  }

  private async configure(): Promise<void> {
    const at = (name: string) => join(this.folder, name);
    for (const name of ["state", "spool"]) mkdirSync(at(name));
    chmodSync(this.folder, 0o755); // munged takes no socket that others cannot reach
    writeFileSync(at("key"), randomBytes(1024), { mode: 0o400 });
    const [node] = hostname().split(".");
    const settings = {
      ...{ ClusterName: "ser", SlurmctldHost: `${node}(127.0.0.1)`, SlurmUser: "root" },
      ...{ SlurmctldPort: await freePort(), SlurmdPort: await freePort() },
      ...{ AuthInfo: `socket=${at("socket")}`, MpiDefault: "none" },
      ...{ ProctrackType: "proctrack/linuxproc", TaskPlugin: "task/none" },
      ...{ SelectType: "select/cons_tres", SelectTypeParameters: "CR_CPU" },
      ...{ StateSaveLocation: at("state"), SlurmdSpoolDir: at("spool") },
      ...{ SlurmctldPidFile: at("slurmctld.pid"), SlurmdPidFile: at("slurmd.pid") },
      ...{ SlurmctldLogFile: at("slurmctld.log"), SlurmdLogFile: at("slurmd.log") },
    };
    const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
    const nodes = [
      `NodeName=${node} NodeAddr=127.0.0.1 CPUs=2 RealMemory=500 State=UNKNOWN`,
      "PartitionName=main Nodes=ALL Default=YES",
    ];
    writeFileSync(at("slurm.conf"), `${[...lines, ...nodes].join("\n")}\n`);
  }
}
