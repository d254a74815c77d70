import { axis } from "./figure-layout";

/**
 * One panel of a figure with several: the suffix of its axes ("" or "2", ...) and its place, from 0
 * to 1.
 */
export interface GridPanel {
  readonly suffix: string;
  readonly column: number;
  readonly row: number;
  /** Whether nothing stands below it, so that it carries the title of the x axis. */
  readonly lowest: boolean;
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

/**
 * In how many columns panels stand: three at most, four of them two by two.
 *
 * @example [1, 2, 3, 4, 5].map(panelColumns) // [1, 2, 3, 2, 3]
 */
export function panelColumns(count: number): number {
  return count === 4 ? 2 : Math.min(count, 3);
}

/**
 * Places panels in rows from the top left; `gaps` are parts of the whole width and height.
 *
 * @example panelGrid(3, 2, { x: 0.1, y: 0.2 })[2].y[1] // 0.4
 */
export function panelGrid(
  count: number,
  columns: number,
  gaps: { readonly x: number; readonly y: number },
): GridPanel[] {
  const rows = Math.ceil(count / columns);
  const width = (1 - gaps.x * (columns - 1)) / columns;
  const height = (1 - gaps.y * (rows - 1)) / rows;
  return Array.from({ length: count }, (_, i) => {
    const column = i % columns;
    const row = Math.floor(i / columns);
    const left = column * (width + gaps.x);
    const top = 1 - row * (height + gaps.y);
    const suffix = i === 0 ? "" : String(i + 1);
    return {
      suffix,
      column,
      row,
      lowest: i + columns >= count,
      x: [left, left + width],
      y: [top - height, top],
    };
  });
}

/** Both axes of a panel, as entries of a layout. */
export function panelAxes(
  panel: GridPanel,
  x: { readonly title: string; readonly [option: string]: unknown },
  y: { readonly title: string; readonly [option: string]: unknown },
): Record<string, unknown> {
  const { title: xTitle, ...xRest } = x;
  const { title: yTitle, ...yRest } = y;
  return {
    [`xaxis${panel.suffix}`]: axis(xTitle, { domain: panel.x, anchor: `y${panel.suffix}`, ...xRest }),
    [`yaxis${panel.suffix}`]: axis(yTitle, { domain: panel.y, anchor: `x${panel.suffix}`, ...yRest }),
  };
}

/** The panel's name above its left corner, as an annotation. */
export function panelTitle(panel: GridPanel, text: string): Record<string, unknown> {
  return {
    text,
    xref: "paper",
    yref: "paper",
    x: panel.x[0],
    y: panel.y[1],
    xanchor: "left",
    yanchor: "bottom",
    showarrow: false,
    font: { size: 12 },
  };
}
