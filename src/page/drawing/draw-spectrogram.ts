import { rgbOf } from "./legible-colour";
import type { MelHistory } from "./mel-history";
import type { Panel } from "./panel";
import type { Theme } from "./theme";
import type { TimeAxis } from "./time-axis";

/** From the loudest down, in half decibels, that is told from silence. */
const RANGE = 120;
/** Without anything louder the range ends here: silence is not blown up to a picture. */
const LEAST_TOP = 120;
/** From silence to the loudest, after matplotlib's magma and its inverse on paper. */
const darkRamp = ["#15171c", "#2d1160", "#721f81", "#b63679", "#f1605d", "#feae76", "#fcfdbf"];
const lightRamp = ["#ffffff", "#e3e5f4", "#b9b9e3", "#9a82cd", "#87459f", "#5c1d63", "#210c36"];
const image = document.createElement("canvas");

/**
 * The part of the spectrogram that the axis shows; the loudest of many columns stands for all of a
 * pixel.
 */
export function drawSpectrogram(panel: Panel, history: MelHistory, axis: TimeAxis, theme: Theme): void {
  const { height } = panel.clear();
  const { context } = panel;
  const first = Math.max(0, Math.floor(axis.startSeconds / history.hopSeconds));
  const last = Math.min(history.columns, Math.ceil(axis.endSeconds / history.hopSeconds));
  if (last > first) {
    paint(history, first, last, axis, theme);
    context.imageSmoothingEnabled = true;
    const left = axis.x(first * history.hopSeconds);
    const right = axis.x(last * history.hopSeconds);
    context.save();
    context.beginPath();
    context.rect(0, 0, axis.width, height);
    context.clip();
    context.drawImage(image, left, 0, right - left, height);
    context.restore();
  }
  drawFrequencies(panel, history, axis, height, theme);
}

function paint(history: MelHistory, first: number, last: number, axis: TimeAxis, theme: Theme): void {
  const perPixel = Math.max(1, Math.floor((last - first) / (2 * axis.width)));
  const columns = Math.ceil((last - first) / perPixel);
  image.width = columns;
  image.height = history.bands;
  const context = image.getContext("2d")!;
  const pixels = context.createImageData(columns, history.bands);
  const colours = coloursOf(theme);
  const bottom = Math.max(LEAST_TOP, history.highest) - RANGE;
  const loudest = new Uint8Array(history.bands);
  for (let x = 0; x < columns; x++) {
    loudest.fill(0);
    const end = Math.min(last, first + (x + 1) * perPixel);
    for (let t = first + x * perPixel; t < end; t++) {
      history.column(t).forEach((level, b) => {
        if (level > loudest[b]) loudest[b] = level;
      });
    }
    for (let b = 0; b < history.bands; b++) {
      const shade = Math.max(0, Math.min(255, Math.round(((loudest[b] - bottom) / RANGE) * 255)));
      pixels.data.set(
        colours.subarray(4 * shade, 4 * shade + 4),
        4 * ((history.bands - 1 - b) * columns + x),
      );
    }
  }
  context.putImageData(pixels, 0, 0);
}

const known = new Map<string, Uint8Array>();

/** 256 colours, four bytes each. */
function coloursOf({ dark, ground }: Theme): Uint8Array {
  const key = `${dark}${ground}`;
  const table = known.get(key) ?? rampTable([ground, ...(dark ? darkRamp : lightRamp).slice(1)]);
  known.set(key, table);
  return table;
}

function rampTable(stops: readonly string[]): Uint8Array {
  const colours = stops.map(rgbOf);
  const table = new Uint8Array(1024);
  for (let shade = 0; shade < 256; shade++) {
    const place = (shade / 255) * (colours.length - 1);
    const below = Math.min(colours.length - 2, Math.floor(place));
    const part = place - below;
    colours[below].forEach((value, i) => {
      table[4 * shade + i] = Math.round(value + part * (colours[below + 1][i] - value));
    });
    table[4 * shade + 3] = 255;
  }
  return table;
}

function drawFrequencies(
  { context }: Panel,
  history: MelHistory,
  axis: TimeAxis,
  height: number,
  theme: Theme,
): void {
  context.font = "12px system-ui, sans-serif";
  context.textBaseline = "middle";
  context.fillStyle = theme.faint;
  for (const hz of [500, 1000, 2000, 4000]) {
    const band = history.frequenciesHz.findIndex((centre) => centre >= hz);
    if (band < 0) continue;
    const y = height * (1 - (band + 0.5) / history.bands);
    context.fillText(hz < 1000 ? `${hz} Hz` : `${hz / 1000} kHz`, axis.width + 8, y);
    context.fillRect(axis.width, Math.round(y), 4, 1);
  }
}
