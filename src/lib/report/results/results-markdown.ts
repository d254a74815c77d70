import { harmless, type Markdown, markdown } from "../../markdown";
import type { ChapterSummary, ResultsSummary } from "./results-summary";

/** Files of the pictures, beside the Markdown. */
export const resultsPictures = { uar: "scores.png", confusion: "confusion.png" } as const;

/**
 * The page of results for where Markdown is shown and HTML is not, such as a code host: only what
 * is the same on every run. Its pictures are the summary's figures under `resultsPictures`.
 */
export function resultsMarkdown({ name, about, ...says }: ResultsSummary): string {
  const { answer, synthetic, honest, leaking, figures, errors, chapters } = says;
  const parts: readonly (Markdown | false)[] = [
    markdown`# Results: ${name}`,
    markdown`**${answer[0]}** ${answer.slice(1).join(" ")}`,
    synthetic &&
      markdown`**These voices are synthetic**: they show how the method works, not how well it hears people.`,
    about !== "" && markdown`${about}`,
    pictureOf("Models on unseen speakers", figures.uar?.alt, resultsPictures.uar),
    pictureOf("What the best model takes for what", figures.confusion?.alt, resultsPictures.confusion),
    errors.length > 0 && markdown`## Its worst errors\n\n${errors.map(errorLine)}`,
    honest.length > 0 && markdown`## Scores\n\n${scores(honest)}`,
    leaking.length > 0 &&
      markdown`## Not on unseen speakers\n\nThese runs heard the voices of the test in training, or nobody tells who speaks. Their scores are too high to be compared with the others.\n\n${scores(leaking)}`,
    chapters.length > 0 && markdown`## Chapters\n\n${chapters.map(chapterLine)}`,
  ];
  return `${parts.flatMap((part) => (part ? [part.text] : [])).join("\n\n")}\n`;
}

function pictureOf(title: string, alt: string | undefined, file: string): Markdown | false {
  return alt !== undefined && markdown`## ${title}\n\n![${alt}](${file})`;
}

function errorLine({ emotion, predicted, percent, file }: ResultsSummary["errors"][number]): Markdown {
  return markdown`- **${emotion}** heard as **${predicted}** (${percent}): \`${file}\``;
}

function scores(rows: ResultsSummary["honest"]): readonly Markdown[] {
  const head = markdown`| run | UAR | 95 % over speakers | accuracy | F1 |\n|---|---|---|---|---|`;
  const lines = rows.map(
    ({ label, uar, interval, accuracy, f1 }) =>
      markdown`| ${label} | ${uar} | ${interval} | ${accuracy} | ${f1} |`,
  );
  return [head, ...lines];
}

function chapterLine({ title, notebook, question = "", answer = "" }: ChapterSummary): Markdown {
  return markdown`- [${title}](${encodeURI(notebook)}): *${harmless(question)}*\n  ${harmless(answer)}`;
}
