import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ChapterSummary } from "../../report/results/results-summary";

/** A cell of a notebook file, as far as a summary reads it. */
interface NotebookCell {
  readonly cell_type: string;
  readonly source: string | readonly string[];
  readonly outputs?: readonly { readonly data?: Readonly<Record<string, string | readonly string[]>> }[];
}

/**
 * The executed chapters of a folder in reading order, each with the question that it asks and the
 * answer that it gave.
 */
export function chapterSummaries(rendered: string): ChapterSummary[] {
  if (!existsSync(rendered)) return [];
  const files = readdirSync(rendered).filter((file) => /^\d.*\.ipynb$/.test(file));
  return files.sort().map((file) => {
    const notebook = readFileSync(join(rendered, file), "utf8");
    const { cells } = JSON.parse(notebook) as { cells: NotebookCell[] };
    const text = cells.map(({ source }) => textOf(source)).join("\n\n");
    return {
      title: /^# (?:\d+\W+)?(.+)$/m.exec(text)?.[1] ?? file,
      page: `rendered/${file.replace(/\.ipynb$/, ".html")}`,
      notebook: `rendered/${file}`,
      question: /^\*\*Question\.\*\* (.+)$/m.exec(text)?.[1],
      answer: answerOf(cells),
    };
  });
}

const textOf = (text: string | readonly string[]): string => [text].flat().join("");

/** The first paragraph that the cells under the heading "Answer" said. */
function answerOf(cells: readonly NotebookCell[]): string | undefined {
  const heading = cells.findIndex(
    ({ cell_type, source }) => cell_type === "markdown" && /^## Answer/m.test(textOf(source)),
  );
  if (heading < 0) return undefined;
  const outputs = cells.slice(heading).flatMap((cell) => cell.outputs ?? []);
  const said = outputs.flatMap(({ data }) => data?.["text/markdown"] ?? []);
  const paragraphs = textOf(said).split(/\n\n/);
  return paragraphs[0] || undefined;
}
