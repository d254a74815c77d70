type Point = readonly [x: number, y: number];

const polygon = (corners: number, turn: number): Point[] =>
  Array.from({ length: corners }, (_, k) => {
    const angle = turn + (2 * Math.PI * k) / corners;
    return [Math.sin(angle), -Math.cos(angle)];
  });

const star = polygon(10, 0).map(
  ([x, y], k): Point => (k % 2 === 0 ? [1.1 * x, 1.1 * y] : [0.5 * x, 0.5 * y]),
);

const plus: readonly Point[] = [0, 1, 2, 3].flatMap((quarter) => {
  const arm: Point[] = [
    [-0.35, -1],
    [0.35, -1],
    [0.35, -0.35],
  ];
  return arm.map((point) => turned(point, (quarter * Math.PI) / 2));
});

/**
 * By Plotly's names, which the notebooks' figures use for the same emotions; anything else is a
 * circle.
 */
const shapes: Readonly<Record<string, readonly Point[]>> = {
  "triangle-up": polygon(3, 0),
  "triangle-down": polygon(3, Math.PI),
  "triangle-left": polygon(3, -Math.PI / 2),
  "triangle-right": polygon(3, Math.PI / 2),
  square: polygon(4, Math.PI / 4),
  diamond: polygon(4, 0),
  pentagon: polygon(5, 0),
  hexagon: polygon(6, 0),
  star,
  cross: plus,
  x: plus.map((point) => turned(point, Math.PI / 4)),
};
const circle = polygon(24, 0);

/**
 * An emotion's marker as an SVG path around (0, 0), for the page and for canvases: a sign beside
 * its colour.
 */
export function markerPath(symbol: string, radius: number): string {
  const points = shapes[symbol] ?? circle;
  const scale = points === circle ? 0.9 * radius : 1.15 * radius;
  return `M${points.map(([x, y]) => `${(scale * x).toFixed(2)} ${(scale * y).toFixed(2)}`).join("L")}Z`;
}

function turned([x, y]: Point, angle: number): Point {
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  return [x * cosine - y * sine, x * sine + y * cosine];
}
