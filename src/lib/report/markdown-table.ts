/**
 * The lines of a Markdown table, columns of one width, so that the source reads as a table, too.
 *
 * @example markdownTable([["a", "b"], ["10", "x"]])[2] // "| 10  | x   |"
 */
export function markdownTable([head, ...lines]: readonly (readonly string[])[]): string[] {
  const widths = head.map((_, c) => Math.max(3, ...[head, ...lines].map((line) => line[c].length)));
  const row = (cells: readonly string[]) =>
    `| ${cells.map((cell, c) => cell.padEnd(widths[c])).join(" | ")} |`;
  return [row(head), row(widths.map((width) => "-".repeat(width))), ...lines.map(row)];
}
