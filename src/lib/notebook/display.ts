import { randomBytes } from "node:crypto";
import * as jupyter from "tslab/dist/jupyter";

/**
 * What a cell shows: the same thing in several forms, by MIME type; each viewer takes the richest
 * that it can.
 */
export interface Bundle {
  readonly data: Readonly<Record<string, unknown>>;
  readonly metadata?: Readonly<Record<string, unknown>>;
}

/**
 * Shows a bundle in the running cell. Outside of a kernel its `text/plain` goes to the console.
 *
 * tslab's public `display` sends one MIME type at a time, hence its inner door.
 */
export function display(bundle: Bundle): void {
  write(bundle, undefined, false);
}

/**
 * A place in the cell's output whose content is replaced: the first call shows it, later ones
 * overwrite.
 */
export function replaceableDisplay(): (bundle: Bundle) => void {
  const id = randomBytes(8).toString("hex");
  let shown = false;
  return (bundle) => {
    write(bundle, id, shown);
    shown = true;
  };
}

function write({ data, metadata = {} }: Bundle, displayId: string | undefined, update: boolean): void {
  const message = { data, metadata, transient: displayId ? { display_id: displayId } : {} };
  if (jupyter.lastWriteDisplayData) jupyter.lastWriteDisplayData(message as never, update);
  else console.log(data["text/plain"]);
}
