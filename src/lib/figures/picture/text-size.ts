import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createCanvas, GlobalFonts, type SKRSContext2D } from "@napi-rs/canvas";

const fonts = join(dirname(createRequire(__filename).resolve("dejavu-fonts-ttf/package.json")), "ttf");

/**
 * The fonts that pictures are drawn with, from npm and never the machine's, so that every machine
 * draws the same.
 */
export const fontFiles: readonly string[] = [
  "DejaVuSans.ttf",
  "DejaVuSans-Bold.ttf",
  "DejaVuSans-Oblique.ttf",
].map((name) => join(fonts, name));

/** A line's extent in pixels, up and down from its baseline. */
export interface TextSize {
  readonly width: number;
  readonly ascent: number;
  readonly descent: number;
}

let context: SKRSContext2D | undefined;

function measuringContext() {
  if (context) return context;
  for (const path of fontFiles) GlobalFonts.registerFromPath(path, "DejaVu Sans");
  context = createCanvas(1, 1).getContext("2d");
  return context;
}

/**
 * The size of one line of text as it is drawn.
 *
 * @example textSize("0.25", 11, false).width // 24.5
 */
export function textSize(text: string, fontPixels: number, bold: boolean): TextSize {
  const canvas = measuringContext();
  canvas.font = `${bold ? "bold " : ""}${fontPixels}px "DejaVu Sans"`;
  return { width: canvas.measureText(text).width, ascent: 0.93 * fontPixels, descent: 0.24 * fontPixels };
}
