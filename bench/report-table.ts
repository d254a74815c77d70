import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot, writeFile } from "../src/lib/disk/paths";

const head = ["what", "ours", "peer", "peer / ours", "wanted"];

/** The table of our speed beside the peers', under a heading. */
export function reportTable(heading: string, lines: readonly (readonly string[])[]): string {
  return `### ${heading}\n\n${table(head, lines)}`;
}

/** A Markdown table. */
export function table(head: readonly string[], lines: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [row(head), row(head.map(() => "---")), ...lines.map(row)].join("\n");
}

/** Puts the table of a corpus between its two markers in bench/README.md, or at the end. */
export function updateReadme(name: string, table: string): void {
  const path = join(projectRoot, "bench", "README.md");
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const block = `${open}\n${table}\n${close}`;
  const text = readFileSync(path, "utf8");
  const old = new RegExp(`${open}[\\s\\S]*${close}`);
  writeFile(path, old.test(text) ? text.replace(old, block) : `${text.trimEnd()}\n\n${block}\n`);
}
