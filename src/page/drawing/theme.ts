import { type EmotionStyle, emotionStyles } from "../../lib/figures/emotion-colours";
import { legibleColour } from "./legible-colour";

/** The page's colours as they are now, light or dark, for what is drawn on a canvas. */
export interface Theme {
  readonly ground: string;
  readonly ink: string;
  readonly faint: string;
  readonly line: string;
  readonly accent: string;
  readonly dark: boolean;
  /** How an emotion is drawn; the colour stands out from the ground. */
  emotion(label: string): EmotionStyle;
}

const darkness = matchMedia("(prefers-color-scheme: dark)");
const paper = matchMedia("print");

/** Reads the colours from the page's style sheet. */
export function readTheme(labels: readonly string[]): Theme {
  const style = getComputedStyle(document.documentElement);
  const value = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const [ground, ink] = [value("panel"), value("ink")];
  const styles = emotionStyles(labels);
  return {
    ground,
    ink,
    faint: value("faint"),
    line: value("line"),
    accent: value("accent"),
    dark: darkness.matches && !paper.matches,
    emotion: (label) => {
      const { colour, symbol } = styles(label);
      return { colour: legibleColour(colour, ground, ink), symbol };
    },
  };
}

/** Calls back when the page turns light or dark, or goes to paper and comes back. */
export function onThemeChange(redraw: () => void): void {
  for (const query of [darkness, paper]) query.addEventListener("change", redraw);
}
