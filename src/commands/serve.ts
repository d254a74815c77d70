import { type Command, Option } from "commander";
import { defaultModelFolder } from "../lib/loading/default-model";
import { fail } from "./fail";
import { portNumber, positiveInteger } from "./options/number-options";

/** `ser serve`. */
export function addServe(program: Command): void {
  program
    .command("serve")
    .description("serve a saved model: recordings by HTTP, streams by WebSocket, and a page that listens")
    .option(
      "--model <dir...>",
      "folder of a saved model (default: one trained on EMO-DB); of several, the others answer beside the first",
      [defaultModelFolder],
    )
    .option("--host <host>", "address to listen on; 127.0.0.1 is this machine alone", "127.0.0.1")
    .option("--port <n>", "port to listen on; 0 is any free one", portNumber, 8080)
    .option("--base-path <path>", "path under which a proxy shows the service, such as /emotion")
    .addOption(new Option("--token <token>", "what callers must bear").env("SER_TOKEN"))
    .option("--origin <origin...>", "web origins whose pages may call, besides the service's own")
    .option("--max-streams <n>", "streams at a time; more are refused", positiveInteger, 100)
    .option(
      "--corrections <dir>",
      "folder that keeps utterances which someone corrects on the page, asked first; this machine alone",
    )
    .option("--silero <file>", "Silero VAD (an ONNX file) tells speech from noise, in place of the level")
    .action(async ({ model: [folder, ...others], origin: origins, maxStreams, silero, ...options }) => {
      const { startService } = await import("../service/start-service");
      const { exposure } = await import("../service/exposure");
      const service = await startService({
        ...options,
        model: { folder, others, silero },
        origins,
        limits: { maxStreams },
      });
      console.log(`listening on ${service.url}; Ctrl+C stops`);
      for (const sentence of exposure(options.host, service.url, options.token)) console.error(sentence);
      for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => service.close().catch(fail));
    });
}
