import assert from "node:assert/strict";
import { test } from "node:test";
import { emotionStyles } from "./emotion-colours";

const common = ["anger", "fear", "happiness", "neutral", "sadness"];
const all = [...common, "boredom", "calm", "contempt", "disgust", "surprise"];

/** Machado, Oliveira & Fernandes 2009, severity 1, on linear RGB. */
const dichromacies = [
  [1, 0, 0, 0, 1, 0, 0, 0, 1],
  [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
];

function linearRgb(colour: string): number[] {
  return [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
}

function times(m: readonly number[], [r, g, b]: readonly number[]): number[] {
  return [0, 3, 6].map((i) => m[i] * r + m[i + 1] * g + m[i + 2] * b);
}

function cielab(rgb: readonly number[]): number[] {
  const toXyz = [0.4124, 0.3576, 0.1805, 0.2126, 0.7152, 0.0722, 0.0193, 0.1192, 0.9505];
  const [x, y, z] = times(toXyz, rgb).map((value, i) => {
    const t = value / [0.9505, 1, 1.089][i];
    return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116;
  });
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function seen(colour: string, dichromacy: readonly number[]): number[] {
  return cielab(times(dichromacy, linearRgb(colour)).map((value) => Math.max(0, Math.min(1, value))));
}

test("the five common emotions stay apart for every kind of colour vision", () => {
  const style = emotionStyles(common);
  for (const dichromacy of dichromacies) {
    for (const [i, a] of common.entries()) {
      for (const b of common.slice(i + 1)) {
        const there = seen(style(b).colour, dichromacy);
        const distance = Math.hypot(...seen(style(a).colour, dichromacy).map((value, k) => value - there[k]));
        assert.ok(distance >= 19, `${a} and ${b}: ${distance.toFixed(1)}`);
      }
    }
  }
});

test("every colour can be told from white and from a dark page", () => {
  const style = emotionStyles(all);
  for (const emotion of all) {
    const luminance = times([0.2126, 0.7152, 0.0722, 0, 0, 0, 0, 0, 0], linearRgb(style(emotion).colour))[0];
    assert.ok(1.05 / (luminance + 0.05) > 2.2, `${emotion} on white`);
    assert.ok((luminance + 0.05) / 0.056 > 2.5, `${emotion} on dark`);
  }
});

test("no two labels of a corpus share colour or marker, whatever they are called", () => {
  const labels = [
    "Angst",
    "Freude",
    "Wut",
    "anger",
    "surprised",
    "surprise",
    "joy",
    "happiness",
    "x",
    "y",
    "z",
  ];
  const styles = labels.map(emotionStyles(labels));
  assert.equal(new Set(styles.map(({ colour }) => colour)).size, labels.length);
  assert.equal(new Set(styles.map(({ symbol }) => symbol)).size, labels.length);
});

test("the order in which labels are given does not matter, and synonyms look alike", () => {
  const labels = ["Wut", "neutral", "Trauer"];
  assert.deepEqual(labels.map(emotionStyles(labels)), labels.map(emotionStyles([...labels].reverse())));
  assert.deepEqual(emotionStyles(["ANGRY"])("ANGRY"), emotionStyles(common)("anger"));
});
