/**
 * A Plotly figure as plain data; made by pure functions, shown by the notebook room, drawn to PNG
 * by `figureToPng`.
 */
export interface Figure {
  readonly data: readonly Record<string, unknown>[];
  readonly layout: Readonly<Record<string, unknown>>;
  /** What a reader who cannot see the figure is told; also the text/plain of the cell's output. */
  readonly alt: string;
}
