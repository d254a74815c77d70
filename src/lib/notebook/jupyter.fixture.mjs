import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import { venvPython } from "../../../scripts/setup/python.mjs";

/** Environment in which Jupyter neither reads nor writes the user's own settings. */
export function jupyterEnvironment(folder) {
  const own = (name) => join(folder, name);
  return {
    ...process.env,
    JUPYTER_CONFIG_DIR: own("config"),
    JUPYTER_DATA_DIR: own("data"),
    JUPYTER_RUNTIME_DIR: own("runtime"),
    JUPYTERLAB_SETTINGS_DIR: own("settings"),
    JUPYTERLAB_WORKSPACES_DIR: own("workspaces"),
    IPYTHONDIR: own("ipython"),
  };
}

function freePort() {
  const server = createServer();
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Starts JupyterLab on a folder; resolves to its address and how to end it when it answers. */
export async function startLab(folder, token) {
  const port = await freePort();
  const options = [`--ServerApp.root_dir=${folder}`, `--IdentityProvider.token=${token}`, `--port=${port}`];
  const args = ["-m", "jupyterlab", "--no-browser", "--allow-root", "--ip=127.0.0.1", ...options];
  const server = spawn(venvPython, args, { env: jupyterEnvironment(folder), stdio: "ignore" });
  const ended = new Promise((resolve) => server.once("close", resolve));
  const address = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 240 && server.exitCode === null; tries++) {
    const answer = await fetch(`${address}/api/kernelspecs?token=${token}`).catch(() => undefined);
    if (answer?.ok) break;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  return {
    address,
    async stop() {
      server.kill("SIGTERM");
      await ended;
    },
  };
}
