import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/** The names that an example may use: what its own file exports, and every other file of the library. */
export class ExampleNames {
  private readonly files = new Map<string, string[]>();

  /** @param world further names, each made when it is first used */
  constructor(
    sources: readonly string[],
    private readonly world: Readonly<Record<string, () => unknown>>,
  ) {
    for (const file of sources) {
      const exported = readFileSync(file, "utf8").matchAll(
        /^export (?:async )?(?:function\*?|class|const|let) (\w+)/gm,
      );
      for (const [, name] of exported) this.files.set(name, [...(this.files.get(name) ?? []), file]);
    }
  }

  /** What `with` looks names up in; only what the library and the world have. */
  scopeFor(example: string): object {
    return new Proxy(
      {},
      {
        has: (_, name) => typeof name === "string" && (name in this.world || this.files.has(name)),
        get: (_, name) => (typeof name === "string" ? this.valueOf_(name, example) : undefined),
      },
    );
  }

  private valueOf_(name: string, example: string): unknown {
    const distance = (file: string) => relative(dirname(example), file).split("/").length;
    const files = this.files.get(name) ?? [];
    if (files.includes(example)) return require(example)[name];
    if (name in this.world) return this.world[name]();
    const [nearest] = [...files].sort((a, b) => distance(a) - distance(b));
    return require(join(nearest))[name];
  }
}
