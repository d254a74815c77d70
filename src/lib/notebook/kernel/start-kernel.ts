import { readFileSync } from "node:fs";
import { JupyterServer } from "./jupyter-server";
import { openCellRunner } from "./open-cell-runner";

/** Serves the kernel that Jupyter's connection file describes until it is told to shut down. */
export async function startKernel(connectionFile: string): Promise<void> {
  const connection = JSON.parse(readFileSync(connectionFile, "utf8"));
  const runner = openCellRunner();
  const server = new JupyterServer(connection, runner, () => process.exit());
  process.on("SIGINT", async () => (await runner).interrupt());
  process.on("uncaughtException", (error) => process.stderr.write(`${error.stack}\n`));
  process.on("unhandledRejection", (reason) => process.stderr.write(`Unhandled: ${String(reason)}\n`));
  await server.listen();
}
