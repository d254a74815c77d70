import { Html, html } from "../html";
import { display } from "./display";

/** One row: values by column name. */
export type ShownRow = Readonly<Record<string, unknown>>;

/** What danfojs calls a DataFrame, as far as a table needs it. */
export interface DataFrameLike {
  readonly columns: readonly string[];
  readonly values: unknown;
}

/** How a table is shown. */
export interface ShowTableOptions {
  /** Above the table. */
  readonly caption?: string;
  /** Digits after the point in columns that are not all whole numbers; default 3. */
  readonly digits?: number;
  /** Default 50: rows beyond are counted, not shown. */
  readonly maxRows?: number;
}

/**
 * Shows rows, or a danfojs DataFrame, as a table; numbers stand right-aligned under each other.
 *
 * @example showTable([{ model: "svm-rbf", uar: 0.7123456 }], { caption: "Speaker-independent" })
 */
export function showTable(rows: readonly ShownRow[] | DataFrameLike, options: ShowTableOptions = {}): void {
  const { caption = "", digits = 3, maxRows = 50 } = options;
  const table = tableOf(rows);
  const places = table.columns.map((_, i) => (table.rows.every((row) => isWhole(row[i])) ? 0 : digits));
  const shown = table.rows.slice(0, maxRows).map((row) => row.map((value, i) => cell(value, places[i])));
  const rest = table.rows.length - shown.length;
  const note = rest > 0 ? `${rest} more rows` : "";
  display({
    data: {
      "text/html": tableHtml(table.columns, shown, caption, note),
      "text/plain": plain(table.columns, shown, caption, note),
    },
  });
}

interface Cell {
  readonly text: string;
  readonly numeric: boolean;
}

function tableOf(rows: readonly ShownRow[] | DataFrameLike): {
  columns: readonly string[];
  rows: unknown[][];
} {
  if ("columns" in rows) return { columns: rows.columns, rows: rows.values as unknown[][] };
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return { columns, rows: rows.map((row) => columns.map((column) => row[column])) };
}

function cell(value: unknown, digits: number): Cell {
  if (typeof value !== "number") return { text: value === undefined ? "" : String(value), numeric: false };
  // A true minus sign, as figures have it: a hyphen is half as wide as a digit.
  return { text: value.toFixed(digits).replace("-", "−"), numeric: true };
}

/** Whatever is no number does not ask for digits either. */
function isWhole(value: unknown): boolean {
  return typeof value !== "number" || Number.isInteger(value);
}

/** Text columns that are longer go on in the next line where the table is too wide. */
const shortText = 30;

/**
 * Only borders and alignment: colours are the page's own, light or dark. Where a table is too wide,
 * long texts and heads take several lines first; then it scrolls inside itself.
 */
function tableHtml(
  columns: readonly string[],
  rows: readonly Cell[][],
  caption: string,
  note: string,
): string {
  const line = "border-bottom:1px solid rgba(128,128,128,.35);padding:3px 10px;";
  const styles = columns.map((_, i) => {
    if (rows.some((row) => row[i].numeric)) return { side: "text-align:right", wrap: "white-space:nowrap;" };
    const isLong = rows.some((row) => row[i].text.length > shortText);
    return { side: "text-align:left", wrap: isLong ? "min-width:12em;" : "white-space:nowrap;" };
  });
  const head = columns.map(
    (column, i) => html`<th scope="col" style="${line}${styles[i].side}">${headText(column)}</th>`,
  );
  const at = (i: number) => `${line}${styles[i].wrap}${styles[i].side}`;
  const body = rows.map(
    (row) => html`<tr>${joined(row.map(({ text }, i) => html`<td style="${at(i)}">${text}</td>`))}</tr>`,
  );
  const below = note ? html`<p style="margin:3px 10px">${note}</p>` : "";
  const above = html`<caption style="text-align:left;padding:3px 10px;font-weight:600">${caption}</caption>`;
  return html`${[
    html`<div style="overflow-x:auto;max-width:100%">`,
    html`<table style="border-collapse:collapse;margin:0;font-variant-numeric:tabular-nums">`,
    ...(caption ? [above] : []),
    html`<thead><tr>${joined(head)}</tr></thead>`,
    html`<tbody>${body}</tbody>`,
    html`</table>${below}</div>`,
  ]}`.text;
}

/** Pieces without a line break between them. */
function joined(pieces: readonly Html[]): Html {
  return new Html(pieces.join(""));
}

/**
 * A name of a column may go on in the next line after "_", as after a space: a column is then as
 * wide as its numbers.
 */
function headText(column: string): Html {
  return new Html(html`${column}`.text.replaceAll("_", "_<wbr>"));
}

function plain(columns: readonly string[], rows: readonly Cell[][], caption: string, note: string): string {
  const widths = columns.map((column, i) =>
    Math.max(column.length, ...rows.map((row) => row[i].text.length)),
  );
  const pad = ({ text, numeric }: Cell, i: number) =>
    numeric ? text.padStart(widths[i]) : text.padEnd(widths[i]);
  const heading = columns.map((column, i) =>
    pad({ text: column, numeric: rows.some((row) => row[i].numeric) }, i),
  );
  const lines = [heading, ...rows.map((row) => row.map(pad))].map((line) => line.join("  ").trimEnd());
  return [caption, ...lines, note].filter(Boolean).join("\n");
}
