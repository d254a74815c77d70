import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { SourceFile } from "typescript";
import { projectRoot, writeFile } from "../../disk/paths";

/**
 * What a file says to its importers: a declaration file, and the digest of the source that it was
 * made from.
 */
interface Declared {
  readonly digest: string;
  readonly text: string;
}

/** By the source's path from the project's root. */
type Declarations = ReadonlyMap<string, Declared>;

/** What cells may import from. */
const importable = join(projectRoot, "src");
const place = join(projectRoot, "node_modules", ".cache", "typescript", "declarations.json");

const digestOf = (text: string) => createHash("sha1").update(text).digest("hex");

/** The library's sources, absolute: no tests, and none that is a declaration file by itself. */
function librarySources(): string[] {
  const isSource = (name: string) => /\.ts$/.test(name) && !/\.(test|fixture|d|assembly)\.ts$/.test(name);
  const names = readdirSync(importable, { recursive: true }) as string[];
  return names.filter(isSource).map((name) => join(importable, name));
}

/** What TypeScript reads in place of the library. */
export interface DeclaredLibrary {
  /**
   * Declarations by the absolute path of their source; a source that changed since is not among
   * them.
   */
  readonly texts: ReadonlyMap<string, string>;
  /** Whether a source has none. */
  readonly isStale: boolean;
}

/** The declarations that still say what their sources say. */
export function declaredLibrary(declarations: Declarations = keptDeclarations()): DeclaredLibrary {
  const texts = new Map<string, string>();
  for (const [name, { digest, text }] of declarations) {
    const path = join(projectRoot, name);
    if (existsSync(path) && digestOf(readFileSync(path, "utf8")) === digest) texts.set(path, text);
  }
  return { texts, isStale: librarySources().some((path) => !texts.has(path)) };
}

/** The declarations as they were kept; none where they never were. */
function keptDeclarations(): Declarations {
  try {
    return new Map(JSON.parse(readFileSync(place, "utf8")));
  } catch {
    return new Map();
  }
}

/**
 * Node's own types, which every cell may use; their comments are nearly all of what there is to
 * read.
 */
function nodeTypes(): string[] {
  const folder = join(projectRoot, "node_modules/@types/node");
  const names = readdirSync(folder, { recursive: true }) as string[];
  return names.filter((name) => name.endsWith(".d.ts")).map((name) => join(folder, name));
}

/**
 * Makes the declarations of the whole library anew, and Node's without their comments, some seconds
 * of work, and keeps them for the kernels to come. By the project's own TypeScript: tslab's is
 * older and checks every file before it declares it.
 */
export async function makeDeclarations(): Promise<DeclaredLibrary> {
  const { default: ts } = await import("typescript");
  const sources = librarySources();
  const program = ts.createProgram(sources, {
    ...{ declaration: true, emitDeclarationOnly: true, noCheck: true, skipLibCheck: true, strict: true },
    ...{ esModuleInterop: true, resolveJsonModule: true, types: ["node"], target: ts.ScriptTarget.ES2022 },
    ...{ module: ts.ModuleKind.CommonJS, moduleResolution: ts.ModuleResolutionKind.Node10 },
  });
  const made = new Map<string, Declared>();
  const keep = ({ fileName, text }: SourceFile, declaration: string) =>
    made.set(relative(projectRoot, fileName), { digest: digestOf(text), text: declaration });
  for (const source of sources.flatMap((path) => program.getSourceFile(path) ?? []))
    program.emit(source, (_, text) => keep(source, text), undefined, true);
  const printer = ts.createPrinter({ removeComments: true });
  for (const path of nodeTypes()) {
    const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.ES2022);
    keep(source, printer.printFile(source));
  }
  writeFile(place, JSON.stringify([...made]));
  return declaredLibrary(made);
}
