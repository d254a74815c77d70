import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build, type Plugin } from "esbuild";
import { thirdPartyNotices } from "../../lib/report/results/third-party-notices";
import type { PageFile } from "./page-file";

const folder = join(__dirname, "../../page");

/** The page as the service gives it. */
export async function buildPage(): Promise<PageFile[]> {
  const worklet = await bundle("capture-worklet.ts");
  const decoder = await bundle("decoder-worker.ts");
  const script = await bundle("service-page.ts", {
    CAPTURE_WORKLET: "capture-worklet.js",
    DECODER_WORKER: decoder.text,
  });
  return [
    ...pageFiles(readPagePart("index.html"), script.text, [...decoder.packages, ...script.packages]),
    { path: "/capture-worklet.js", contentType: javascript, body: worklet.text },
  ];
}

/**
 * The page that recognises by itself, with the model in `model.js`. It cannot connect to anywhere:
 * its policy forbids it.
 *
 * @param networks whether the model computes with tensors; the tensor library weighs more than all
 *   the rest
 * @param results address of the page of results and chapters, where there is one
 */
export async function buildSitePage(networks: boolean, results?: string): Promise<PageFile[]> {
  const worklet = await bundle("capture-worklet.ts");
  const decoder = await bundle("decoder-worker.ts");
  const recognizer = await bundle("sources/recognizer-worker.ts", {}, networks);
  const script = await bundle("site-page.ts", {
    // Of a page that is opened from a file, browsers load no worklet from beside it and none from a
    // blob.
    CAPTURE_WORKLET: `data:text/javascript,${encodeURIComponent(worklet.text)}`,
    DECODER_WORKER: decoder.text,
    RECOGNIZER_WORKER: recognizer.text,
  });
  const html = readPagePart("index.html")
    .replace("script-src 'self'", "$& data:")
    .replace("connect-src 'self'", "connect-src 'none'")
    .replace("</header>", results ? `  <a href="${results}">The results and the chapters</a>\n$&` : "$&")
    .replace('<script src="page.js">', '<script src="model.js"></script>\n$&');
  const packages = [decoder, recognizer, script].flatMap((one) => one.packages);
  return pageFiles(html, script.text, packages);
}

const javascript = "text/javascript; charset=utf-8";

function pageFiles(html: string, script: string, packages: readonly string[]): PageFile[] {
  return [
    { path: "/", contentType: "text/html; charset=utf-8", body: html },
    { path: "/page.css", contentType: "text/css; charset=utf-8", body: readPagePart("page.css") },
    { path: "/page.js", contentType: javascript, body: script },
    { path: "/NOTICES.txt", contentType: "text/plain; charset=utf-8", body: thirdPartyNotices(packages) },
  ];
}

function readPagePart(name: string): string {
  return readFileSync(join(folder, name), "utf8");
}

/** A script, and the npm packages that it holds parts of. */
interface Bundle {
  readonly text: string;
  readonly packages: readonly string[];
}

/** One script of everything that `entry` needs; `texts` are handed to it under their names. */
async function bundle(
  entry: string,
  texts: Readonly<Record<string, string>> = {},
  networks = true,
): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    entryPoints: [join(folder, entry)],
    bundle: true,
    write: false,
    metafile: true,
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
  return { text: outputFiles[0].text, packages: Object.keys(metafile.inputs).flatMap(packageOf) };
}

/** The npm package of a module's path; none for our own. */
function packageOf(path: string): string[] {
  const [, name] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path) ?? [];
  return name ? [name] : [];
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
