import type { Command } from "commander";

/** `ser corpora`. */
export function addCorpora(program: Command): void {
  program
    .command("corpora")
    .description("every corpus and form that opens, with where to get it")
    .option("--json", "as one JSON object")
    .action(async ({ json }: { json?: boolean }) => {
      const { CORPORA } = await import("../lib/corpus/adapters/corpora");
      const { FORMS } = await import("../lib/corpus/adapters/forms");
      const { corporaText } = await import("../lib/report/corpus/corpora-text");
      const plain = { corpora: CORPORA.map(entry), forms: FORMS.map(entry) };
      console.log(json ? JSON.stringify(plain) : corporaText(CORPORA, FORMS));
    });
}

function entry({ name, about }: { name: string; about: object | string }) {
  return typeof about === "string" ? { name, about } : { name, ...about };
}
