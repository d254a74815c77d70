type Rgb = readonly [red: number, green: number, blue: number];

/**
 * The colour, mixed with the ink until it stands out from the ground by the 3:1 that WCAG 2.2
 * (1.4.11) asks of graphics.
 *
 * @param colour as "#rrggbb", like the others
 * @param ground what it stands on
 * @param ink the colour of text on that ground
 * @example legibleColour("#e09a00", "#ffffff", "#000000") // "#c28500"
 */
export function legibleColour(colour: string, ground: string, ink: string): string {
  const [from, to, behind] = [colour, ink, ground].map(rgbOf);
  for (let part = 0; part < 1; part += 1 / 15) {
    const mixed = from.map((value, i) => Math.round(value + part * (to[i] - value))) as unknown as Rgb;
    if (contrast(mixed, behind) >= 3) return hexOf(mixed);
  }
  return ink;
}

/** Of two colours, 1 to 21 (WCAG 2.2). */
function contrast(a: Rgb, b: Rgb): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export function rgbOf(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

function hexOf(rgb: Rgb): string {
  return `#${rgb.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}
