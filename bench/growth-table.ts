/** One measurement: processor seconds of a nested fold, and what it decided. */
export interface GrowthLine {
  readonly model: string;
  readonly columns: number;
  readonly rows: number;
  readonly ours: number;
  readonly peer?: number;
  readonly ourUar: number;
  readonly peerUar?: number;
  readonly peakMiB: number;
}

const head =
  "| model | columns | rows | ours, s | scikit-learn, s | ours / scikit-learn | exponent | UAR | scikit-learn's UAR | peak MiB |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n";

/**
 * The lines by model, columns and rows; the exponent is that of our time between a size and the one
 * before.
 */
export function growthTable(lines: readonly GrowthLine[]): string {
  const sorted = [...lines].sort(
    (a, b) => a.model.localeCompare(b.model) || a.columns - b.columns || a.rows - b.rows,
  );
  return head + sorted.map((line, i) => `${tableLine(line, sorted[i - 1])}\n`).join("");
}

function tableLine(line: GrowthLine, before: GrowthLine | undefined): string {
  const grows = before?.model === line.model && before.columns === line.columns;
  const exponent = grows ? Math.log(line.ours / before.ours) / Math.log(line.rows / before.rows) : undefined;
  const cells = [
    line.model,
    line.columns,
    line.rows,
    line.ours.toFixed(2),
    line.peer?.toFixed(2),
    line.peer && (line.ours / line.peer).toFixed(2),
    exponent?.toFixed(2),
    line.ourUar.toFixed(3),
    line.peerUar?.toFixed(3),
    line.peakMiB.toFixed(0),
  ];
  return `| ${cells.map((cell) => cell ?? "").join(" | ")} |`;
}

/** The lines of a table that was written. */
export function readGrowth(table: string): GrowthLine[] {
  const rows = table.split("\n").filter((line) => /^\| [a-z-]+ \| \d/.test(line));
  return rows.map((line) => {
    const [model, columns, count, ours, peer, , , ourUar, peerUar, peakMiB] = line.split(" | ");
    return {
      model: model.slice(2),
      columns: Number(columns),
      rows: Number(count),
      ours: Number(ours),
      peer: peer ? Number(peer) : undefined,
      ourUar: Number(ourUar),
      peerUar: peerUar ? Number(peerUar) : undefined,
      peakMiB: Number.parseFloat(peakMiB),
    };
  });
}
