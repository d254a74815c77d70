import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { before, test } from "node:test";
import { projectRoot } from "../lib/disk/paths";
import { ExampleNames } from "./example-names.fixture";
import { expectResult } from "./expect-result.fixture";
import { type Example, type ExampleStep, readExamples } from "./read-examples.fixture";
import { makeWorld } from "./world.fixture";

const library = join(projectRoot, "src", "lib");
const sources = readdirSync(library, { recursive: true })
  .map((name) => join(library, String(name)))
  .filter((path) => path.endsWith(".ts") && !/\.(test|fixture|assembly|d)\.ts$/.test(path));
const names = new ExampleNames(sources);
let world: Readonly<Record<string, unknown>>;
before(async () => {
  world = await makeWorld();
});

for (const file of sources) {
  const examples = readExamples(file, readFileSync(file, "utf8"));
  if (examples.length === 0) continue;
  test(`the examples of ${relative(projectRoot, file)} print what they say`, async (t) => {
    for (const example of examples) await t.test(`line ${example.line}`, () => run(example));
  });
}

/** Each statement in turn; what they declare is known to the later ones. */
async function run({ file, steps }: Example): Promise<void> {
  const declared: Record<string, unknown> = {};
  for (const step of steps) {
    if (step.expected?.startsWith("throws ")) await expectThrow(file, step, declared);
    else {
      const result = await evaluate(file, step, declared);
      if (step.expected !== undefined) expectResult(result, step.expected);
    }
  }
}

async function expectThrow(file: string, step: ExampleStep, declared: object): Promise<void> {
  const message = new Function(`return ${step.expected?.slice("throws ".length)}`)() as string;
  await assert.rejects(
    async () => evaluate(file, step, declared),
    (error: Error) => {
      assert.ok(error.message.includes(message), `threw "${error.message}", not "${message}"`);
      return true;
    },
  );
}

async function evaluate(file: string, { code, declares }: ExampleStep, declared: object): Promise<unknown> {
  const statement = code
    .replace(/^(const|let) (\w+)(: [^=]+)? =/, "declared.$2 =")
    .replace(/^const \{ (\w+) \} = ([\s\S]*)$/, "declared.$1 = ($2).$1");
  const body = /^(declared\.|for |if |while )/.test(statement) ? statement : `return ${statement}`;
  const run = new Function(
    "scope",
    "declared",
    `return (async () => { with (scope) { with (declared) { ${body.replace(/^return (for|if|while|const) /, "$1 ")} } } })()`,
  );
  const result = await run(names.scopeFor(file, world), declared);
  return declares === undefined ? result : (declared as Record<string, unknown>)[declares];
}
