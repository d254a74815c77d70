import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build, type Plugin } from "esbuild";
import type { PageFile } from "./page-file";

const folder = join(__dirname, "../../page");

/** The page as the service gives it. */
export async function buildPage(): Promise<PageFile[]> {
  const script = await bundle("service-page.ts", {
    CAPTURE_WORKLET: await bundle("capture-worklet.ts"),
    DECODER_WORKER: await bundle("decoder-worker.ts"),
  });
  return pageFiles(readPagePart("index.html"), script);
}

/**
 * The page that recognises by itself, with the model in `model.js`. It cannot connect to anywhere:
 * its policy forbids it.
 *
 * @param networks whether the model computes with tensors; the tensor library weighs more than all
 *   the rest
 */
export async function buildSitePage(networks: boolean): Promise<PageFile[]> {
  const script = await bundle("site-page.ts", {
    CAPTURE_WORKLET: await bundle("capture-worklet.ts"),
    DECODER_WORKER: await bundle("decoder-worker.ts"),
    RECOGNIZER_WORKER: await bundle("sources/recognizer-worker.ts", {}, networks),
  });
  const html = readPagePart("index.html")
    .replace("connect-src 'self'", "connect-src 'none'")
    .replace('<script src="page.js">', '<script src="model.js"></script>\n$&');
  return pageFiles(html, script);
}

function pageFiles(html: string, script: string): PageFile[] {
  return [
    { path: "/", contentType: "text/html; charset=utf-8", body: html },
    { path: "/page.css", contentType: "text/css; charset=utf-8", body: readPagePart("page.css") },
    { path: "/page.js", contentType: "text/javascript; charset=utf-8", body: script },
  ];
}

function readPagePart(name: string): string {
  return readFileSync(join(folder, name), "utf8");
}

/** One script of everything that `entry` needs; `texts` are handed to it under their names. */
async function bundle(
  entry: string,
  texts: Readonly<Record<string, string>> = {},
  networks = true,
): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(folder, entry)],
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    platform: "browser",
    target: "es2022",
    charset: "utf8",
    legalComments: "inline",
    logLevel: "silent",
    define: {
      global: "globalThis",
      ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, JSON.stringify(text)])),
    },
    plugins: [leaveOut((path) => path === "codec-parser" || (!networks && usesTensors(path)))],
  });
  return outputFiles[0].text;
}

/** What is imported with the first network, and with it the tensor library. */
function usesTensors(path: string): boolean {
  return path.endsWith("/create-network") || path.endsWith("/tensor-backend");
}

/**
 * Modules that are imported only when they are needed, and never are: the project reads the pages
 * of OGG files itself, so that codec-parser, whose licence is the LGPL, is in no page.
 */
function leaveOut(isUnneeded: (path: string) => boolean): Plugin {
  return {
    name: "leave-out",
    setup(builder) {
      builder.onResolve({ filter: /./ }, ({ path }) =>
        isUnneeded(path) ? { path, namespace: "left-out" } : undefined,
      );
      builder.onLoad({ filter: /./, namespace: "left-out" }, () => ({
        contents: "module.exports = class {};",
      }));
    },
  };
}
