import { readFileSync } from "node:fs";
import { dirname, relative } from "node:path";

/**
 * The names that an example may use: what its own file exports, and every other file of the
 * library.
 */
export class ExampleNames {
  private readonly files = new Map<string, string[]>();

  constructor(sources: readonly string[]) {
    for (const file of sources) {
      const exported = readFileSync(file, "utf8").matchAll(
        /^export (?:async )?(?:function\*?|class|const|let) (\w+)/gm,
      );
      for (const [, name] of exported) this.files.set(name, [...(this.files.get(name) ?? []), file]);
    }
  }

  /**
   * What `with` looks names up in.
   *
   * @param example the file in which the example stands
   * @param world further names that it may use
   */
  scopeFor(example: string, world: Readonly<Record<string, unknown>>): object {
    const known = (name: string) => Object.hasOwn(world, name) || this.files.has(name);
    return new Proxy(
      {},
      {
        has: (_, name) => typeof name === "string" && known(name),
        get: (_, name) => (typeof name === "string" ? this.find(name, example, world) : undefined),
      },
    );
  }

  private find(name: string, example: string, world: Readonly<Record<string, unknown>>): unknown {
    const distance = (file: string) => relative(dirname(example), file).split("/").length;
    const files = this.files.get(name) ?? [];
    if (!files.includes(example) && Object.hasOwn(world, name)) return world[name];
    const [nearest] = [...files].sort((a, b) => distance(a) - distance(b));
    return require(files.includes(example) ? example : nearest)[name];
  }
}
