// Compiles the AssemblyScript kernels (*.assembly.ts) to WebAssembly, which stands as base64 in the
// *-code.ts file beside each: `npm run kernels`. One that asks for ASC_FEATURE_RELAXED_SIMD is
// compiled twice, without and with relaxed SIMD, which fuses products and sums.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import asc from "assemblyscript/asc";

const root = fileURLToPath(new URL("..", import.meta.url));
const flags = ["-O3", "--noAssert", "--runtime", "stub", "--importMemory"];
const charactersPerLine = 104;

/** The kernels' sources, relative to the project's folder. */
export const kernels = readdirSync(join(root, "src"), { recursive: true })
  .filter((file) => file.endsWith(".assembly.ts"))
  .map((file) => join("src", file))
  .sort();

/** The file that a kernel's code stands in. */
export const codeFile = (kernel) => kernel.replace(/\.assembly\.ts$/, "-code.ts");

/** The text of that file, compiled from the source. */
export async function codeText(kernel) {
  const source = readFileSync(join(root, kernel), "utf8");
  const name = camelCase(basename(kernel, ".assembly.ts"));
  const about = `The WebAssembly binary of ${basename(kernel)}, made by \`npm run kernels\``;
  const parts = [constant(`${about}; base64.`, `${name}Code`, await compile(kernel, "simd"))];
  if (source.includes("ASC_FEATURE_RELAXED_SIMD")) {
    const fused = await compile(kernel, "simd,relaxed-simd");
    parts.push(constant(`${about}, with fused products and sums; base64.`, `${name}FusedCode`, fused));
  }
  return `${parts.join("\n\n")}\n`;
}

async function compile(kernel, features) {
  let binary;
  const { error, stderr } = await asc.main([kernel, ...flags, "--enable", features, "-o", "kernel.wasm"], {
    readFile: (name, folder) => {
      try {
        return readFileSync(join(root, folder, name), "utf8");
      } catch {
        return null; // the compiler asks for several names
      }
    },
    writeFile: (_, contents) => {
      binary = contents;
    },
    listFiles: () => [],
  });
  if (error) throw new Error(`${kernel} does not compile: ${error.message}\n${stderr.toString()}`);
  return Buffer.from(binary).toString("base64");
}

function constant(about, name, code) {
  const lines = code.match(new RegExp(`.{1,${charactersPerLine}}`, "g"));
  return `/** ${about} */\nexport const ${name} =\n${lines.map((line) => `  "${line}"`).join(" +\n")};`;
}

const camelCase = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const kernel of kernels) writeFileSync(join(root, codeFile(kernel)), await codeText(kernel));
}
