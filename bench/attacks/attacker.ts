import { once } from "node:events";
import { constants, setPriority } from "node:os";
import { connectionAttacks } from "./connections";
import { recordingAttacks } from "./recordings";
import { streamAttacks } from "./streams";

/** All attacks, in the order of the table. */
export const attacks = [...recordingAttacks, ...streamAttacks, ...connectionAttacks];

/** What the attacking process is told. */
export interface Order {
  readonly name: string;
  readonly url: string;
  readonly seconds: number;
}

/**
 * A process of its own, so that what it costs to send is not felt by those who measure: it prepares
 * the attack that it is told, says "ready", waits for "go", and tells what the service answered.
 */
async function main(): Promise<void> {
  process.on("disconnect", () => process.exit());
  setPriority(constants.priority.PRIORITY_LOW); // a stranger has a machine of his own
  for (;;) {
    const [{ name, url, seconds }] = (await once(process, "message")) as [Order];
    const attack = attacks.find((one) => one.name === name)!;
    attack.prepare?.();
    process.send!("ready");
    await once(process, "message");
    process.send!(await attack.run(url, seconds).catch((error) => `failed: ${error.message}`));
  }
}

if (process.send) void main();
