import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { cpus } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { wavFile } from "../src/lib/audio/wav-file";
import { requireHealthy } from "../src/lib/corpus/health/require-healthy";
import { openCorpus } from "../src/lib/corpus/open-corpus";
import { projectRoot, writeFile } from "../src/lib/disk/paths";
import { pause } from "./attacks/attack";
import { attacks, type Order } from "./attacks/attacker";
import { type Felt, HonestClients } from "./attacks/honest-clients";
import { modelFolder } from "./load/model-folder";
import { serve } from "./load/serve";
import { type Speech, speechOf } from "./load/speech";
import { table } from "./report-table";

const head = ["attack", "what the service answers", "memory at most", "kept", "windows p95", "/healthz p95"];
/** For the compiler, before anything is measured. */
const warmUpSeconds = 30;
/** After an attack: what is kept then is kept. */
const restSeconds = 3;

/**
 * Attacks a service of its own, one attack after the other, beside honest streams, and writes the
 * table of bench/attacks.md. "Memory at most" is over what the service had before the attack,
 * "kept" over what it had before the first one.
 *
 *     node --require ./src/lib/jobs/typescript.cjs bench/attacks.ts [--only TEXT --seconds 10
 *       --streams 20 --model egemaps-v02:svm-linear --corpus DIR --no-write]
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      only: { type: "string", default: "" },
      seconds: { type: "string", default: "10" },
      streams: { type: "string", default: "20" },
      model: { type: "string", default: "egemaps-v02:svm-linear" },
      corpus: { type: "string", default: "data/synthetic" },
      "no-write": { type: "boolean", default: false },
    },
  });
  const { corpus } = requireHealthy(await openCorpus(values.corpus), { purpose: "evaluate" });
  const service = await serve(await modelFolder(values.model, corpus), 100);
  const attacker = fork(join(__dirname, "attacks", "attacker.ts"), { execArgv: process.execArgv });
  const speech = await speechOf(corpus, 40);
  const honest = new HonestClients(service.url, speech, Number(values.streams));
  await honest.start();
  await recognize(service.url, speech);
  await pause(warmUpSeconds);
  const atFirst = service.residentMebibytes();
  const measure = async (name: string, attack: () => Promise<string>) => {
    service.forgetPeak();
    const before = service.residentMebibytes();
    const felt = await honest.during(attack);
    const peak = service.peakMebibytes();
    await pause(restSeconds);
    const line = lineOf(name, felt, peak - before, service.residentMebibytes() - atFirst);
    console.error(line.join("  "));
    return line;
  };
  const seconds = Number(values.seconds);
  const lines = [await measure("none", () => pause(seconds).then(() => ""))];
  for (const { name } of attacks.filter((attack) => attack.name.includes(values.only))) {
    const go = await ready(attacker, { name, url: service.url, seconds });
    lines.push(await measure(name, go));
  }
  attacker.disconnect();
  await honest.stop();
  await service.stop();
  const machine = `${cpus()[0].model}, ${cpus().length} cores, shared with attacker and honest clients, Node ${process.versions.node}`;
  const text = `# Attacks on a service with ${values.streams} streams\n\n${values.model}; ${machine}; the service takes ${atFirst.toFixed(0)} MiB before.\n\n${table(head, lines)}\n`;
  console.log(text);
  if (!values["no-write"]) writeFile(join(projectRoot, "bench", "attacks.md"), text);
}

/** A recording as others send them. */
async function recognize(url: string, { bytes, sampleRate }: Speech): Promise<void> {
  const body = wavFile({ format: 1, channels: 1, sampleRate, bytesPerSample: 2 }, bytes);
  const headers = { "content-type": "audio/wav" };
  await (await fetch(`${url}/v1/recordings`, { method: "POST", headers, body })).text();
}

/**
 * Lets the attacker prepare itself; what is returned attacks, and tells what the service answered.
 */
async function ready(attacker: ChildProcess, order: Order): Promise<() => Promise<string>> {
  attacker.send(order);
  await once(attacker, "message");
  return async () => {
    attacker.send("go");
    const [answer] = await once(attacker, "message");
    return String(answer);
  };
}

function lineOf(name: string, felt: Felt & { result: string }, peak: number, kept: number): string[] {
  const cut = felt.cut > 0 ? `, ${felt.cut} cut` : "";
  return [
    name,
    felt.result.replaceAll("|", "\\|"),
    `${Math.max(0, peak).toFixed(0)} MiB`,
    `${Math.max(0, kept).toFixed(0)} MiB`,
    `${milliseconds(felt.windowMs)}${cut}`,
    milliseconds(felt.healthMs),
  ];
}

function milliseconds(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  if (sorted.length === 0) return "none came";
  return `${sorted[Math.floor(0.95 * (sorted.length - 1))].toFixed(0)} ms`;
}

void main();
