/**
 * Lines of a table for a terminal: the first column to the left, the others to the right, two
 * spaces between.
 */
export function alignColumns(lines: readonly (readonly string[])[]): string[] {
  const widths = lines[0].map((_, c) => Math.max(...lines.map((line) => line[c].length)));
  const aligned = (cell: string, c: number) => (c === 0 ? cell.padEnd(widths[c]) : cell.padStart(widths[c]));
  return lines.map((line) => line.map(aligned).join("  ").trimEnd());
}
