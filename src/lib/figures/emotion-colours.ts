/** How an emotion is drawn wherever it appears. */
export interface EmotionStyle {
  readonly colour: string;
  /** Plotly's marker symbol: a second sign beside the colour. */
  readonly symbol: string;
}

/** Keyed by the first three letters, which "anger", "Angry" and "ANG" share. */
const known: Readonly<Record<string, EmotionStyle>> = {
  ang: { colour: "#c8371b", symbol: "circle" },
  hap: { colour: "#e09a00", symbol: "triangle-up" },
  joy: { colour: "#e09a00", symbol: "triangle-up" },
  neu: { colour: "#7d7d7d", symbol: "square" },
  sad: { colour: "#1660a8", symbol: "diamond" },
  fea: { colour: "#c77cc4", symbol: "x" },
  bor: { colour: "#5ab4ea", symbol: "triangle-down" },
  dis: { colour: "#23753f", symbol: "cross" },
  sur: { colour: "#a3245f", symbol: "star" },
  cal: { colour: "#4dc0a8", symbol: "hexagon" },
  con: { colour: "#9a7b3a", symbol: "pentagon" },
};
const spare: readonly EmotionStyle[] = [
  ...Object.entries(known).flatMap(([key, style]) => (key === "joy" ? [] : [style])),
  { colour: "#6f4bb8", symbol: "triangle-left" },
  { colour: "#94b447", symbol: "triangle-right" },
];
const unknown: EmotionStyle = { colour: "#8c8c8c", symbol: "circle-open" };

/**
 * Gives every label of a corpus its own colour and marker: the known emotions always the same ones,
 * any other label the next that is free, in the labels' sorted order. Anger, fear, happiness,
 * neutral and sadness stay apart under the three dichromacies (at least 19 in CIELAB, simulated
 * after Machado et al. 2009) and on white and dark ground.
 *
 * @param labels all labels of the corpus, so that a figure of some of them agrees with a figure of
 *   all
 * @example emotionStyles(["anger", "Wut"])("anger").colour // "#c8371b"
 */
export function emotionStyles(labels: readonly string[]): (label: string) => EmotionStyle {
  const styles = new Map<string, EmotionStyle>();
  const taken = new Set<string>();
  const give = (label: string, style: EmotionStyle) => {
    styles.set(label, style);
    taken.add(style.colour);
  };
  const sorted = [...new Set(labels)].sort();
  for (const label of sorted) {
    const style = known[label.slice(0, 3).toLowerCase()];
    if (style && !taken.has(style.colour)) give(label, style);
  }
  for (const label of sorted) {
    if (!styles.has(label)) give(label, spare.find((style) => !taken.has(style.colour)) ?? unknown);
  }
  return (label) => styles.get(label) ?? unknown;
}
