import { SourceMap, type SourceMapPayload } from "node:module";
import * as ts from "@tslab/typescript-for-tslab";
import type { Converter } from "tslab/dist/converter";
import type { DeclaredLibrary } from "./library-declarations";

/** A line and a column, from 0. */
interface Place {
  readonly line: number;
  readonly column: number;
}

/** tslab's converter, and the way back from the code that it makes. */
export interface Compiler {
  readonly converter: Converter;
  /** The line, from 1, of the cell last converted from which a place in its JavaScript comes. */
  lineOf(place: Place): number | undefined;
}

/** The line that tslab puts before a cell. */
const prefixLines = 1;

/**
 * tslab's converter on a TypeScript that is prepared for it: library files are read as
 * declarations, which makes an import cheap; of @types only Node's are loaded unasked; nothing is
 * watched, so that an edit changes neither types nor code of a kernel that runs.
 */
export async function createCompiler(library: DeclaredLibrary): Promise<Compiler> {
  readAsDeclarations(library);
  const list = ts.sys.getDirectories;
  ts.sys.getDirectories = (path) => (path.endsWith("/@types") ? ["node"] : list(path));
  ts.sys.watchFile = ts.sys.watchDirectory = () => ({ close() {} });
  const maps: SourceMap[] = [];
  keepMaps(maps);
  const { createConverter } = await import("tslab/dist/converter");
  const converter = createConverter();
  const convert: Converter["convert"] = (before, source) => {
    // What tslab made of library files is not run: Node requires them, as everywhere else.
    const { sideOutputs, ...converted } = converter.convert(before, writtenOut(source));
    return converted;
  };
  return {
    converter: { ...converter, convert },
    lineOf(place) {
      const origin = maps.reduceRight<Place | undefined>(originOf, place);
      return origin && origin.line - prefixLines + 1;
    },
  };
}

function originOf(place: Place | undefined, map: SourceMap): Place | undefined {
  const entry = place && map.findEntry(place.line, place.column);
  return entry && "originalLine" in entry
    ? { line: entry.originalLine, column: entry.originalColumn }
    : undefined;
}

/**
 * `x.ts` of the library is not there for TypeScript, `x.d.ts` is, while its source is the one that
 * it was made from.
 */
function readAsDeclarations({ texts: bySource }: DeclaredLibrary): void {
  const { fileExists, readFile } = ts.sys;
  const isSource = (path: string) => !path.endsWith(".d.ts");
  const sources = new Set([...bySource.keys()].filter(isSource));
  const texts = new Map([...bySource].map(([path, text]) => [path.replace(/(\.d)?\.ts$/, ".d.ts"), text]));
  ts.sys.fileExists = (path) => texts.has(path) || (!sources.has(path) && fileExists(path));
  ts.sys.readFile = (path, encoding) => texts.get(path) ?? readFile(path, encoding);
}

const mapComment = /\n?\/\/# sourceMappingURL=data:application\/json;base64,(.*)\s*$/;

/**
 * Lets TypeScript write source maps, for which tslab has no option: it compiles a cell in two
 * steps, TypeScript to JavaScript and modules to CommonJS, so that there are two maps.
 */
function keepMaps(maps: SourceMap[]): void {
  const path = require.resolve("@tslab/typescript-for-tslab");
  const prepared: Partial<typeof ts> = {
    createWatchCompilerHost: ((files: string[], options: ts.CompilerOptions, ...rest: never[]) =>
      (ts.createWatchCompilerHost as (...args: unknown[]) => unknown)(
        files,
        { ...options, inlineSourceMap: true },
        ...rest,
      )) as typeof ts.createWatchCompilerHost,
    transpileModule(input, options) {
      const compilerOptions = { ...options.compilerOptions, inlineSourceMap: true };
      const text = input.replace(mapComment, "");
      const { outputText, ...rest } = ts.transpileModule(text, { ...options, compilerOptions });
      maps.splice(0, maps.length, ...[input, outputText].flatMap(mapIn));
      return { ...rest, outputText: outputText.replace(mapComment, "") };
    },
  };
  require.cache[path]!.exports = { ...ts, ...prepared };
}

function mapIn(code: string): SourceMap[] {
  const encoded = mapComment.exec(code)?.[1];
  return encoded
    ? [new SourceMap(JSON.parse(Buffer.from(encoded, "base64").toString()) as SourceMapPayload)]
    : [];
}

/**
 * The source with `{ model }` written as `{ model: model }`: tslab turns a name of an earlier cell
 * into `exports.model`, also where it is both the property's name and its value.
 */
function writtenOut(source: string): string {
  const file = ts.createSourceFile("cell.ts", source, ts.ScriptTarget.ES2022, true);
  const places: number[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isShorthandPropertyAssignment(node)) places.push(node.name.end);
    ts.forEachChild(node, visit);
  };
  visit(file);
  const named = (text: string, end: number) =>
    `${text.slice(0, end)}: ${/[\w$]+$/.exec(text.slice(0, end))![0]}${text.slice(end)}`;
  return places.reverse().reduce(named, source);
}
