import assert from "node:assert/strict";
import { test } from "node:test";
import { melSpectrogram } from "../frames/mel-spectrogram";
import { spectrogram } from "../frames/spectrogram";
import { random } from "../numbers/random";
import { countsFigure } from "./counts-figure";
import { descriptorsFigure, voicedSegments } from "./descriptors-figure";
import { distributionsFigure } from "./distributions-figure";
import { featureMapFigure } from "./feature-map-figure";
import type { Figure } from "./figure";
import { lineFigure } from "./line-figure";
import { liveFigure } from "./live-figure";
import { marginFigure } from "./margin-figure";
import { rankingFigure } from "./ranking-figure";
import { calibrationFigure } from "./scores/calibration-figure";
import { confusionFigure } from "./scores/confusion-figure";
import { groupScoresFigure } from "./scores/group-scores-figure";
import { intervalsFigure } from "./scores/intervals-figure";
import { learningCurvesFigure } from "./scores/learning-curves-figure";
import { contoursFigure } from "./sound/contours-figure";
import { occlusionFigure } from "./sound/occlusion-figure";
import { spectrogramFigure } from "./sound/spectrogram-figure";
import { waveformFigure } from "./sound/waveform-figure";
import { speakerMapFigure } from "./speaker-map-figure";

const source = random(1);
const samples = Float32Array.from(
  { length: 16000 },
  (_, i) => 0.4 * Math.sin(i / 9) + 0.01 * source.normal(),
);
const waveform = { samples, sampleRate: 16000 };
const mel = melSpectrogram(waveform);
const hertz = spectrogram(waveform);
const seconds = mel.timesSeconds;
const f0Hz = seconds.map((_, t) => (t % 20 < 12 ? 200 + t : Number.NaN));
const labels = ["anger", "calm", "Wut"];
const recordings = Array.from({ length: 30 }, (_, i) => ({
  file: `${i}.wav`,
  speaker: `s${i % 5}`,
  emotion: labels[i % 3],
}));
const emotions = recordings.map(({ emotion }) => emotion);
const duration = { name: "duration", axis: "duration (s)", values: emotions.map(() => source.uniform()) };
const interval = { name: "svm", value: 0.7, speakers: [0.6, 0.8], recordings: [0.65, 0.75] } as const;
const counts = [
  [3, 1, 0],
  [0, 4, 0],
  [2, 2, 2],
];
const confusion = { labels, counts };

const figures: Record<string, Figure> = {
  calibration: calibrationFigure("t", [{ confidence: 0.9, accuracy: 0.8, count: 7 }], 0.1),
  confusion: confusionFigure({
    record: { settings: { features: "f", model: "m", folds: "loso" }, confusion },
  }),
  contours: contoursFigure("t", mel, [{ axis: "F0 (Hz)", seconds, values: f0Hz }]),
  counts: countsFigure(recordings),
  descriptors: descriptorsFigure("t", hertz, {
    seconds,
    f0Hz,
    formantsHz: [f0Hz, f0Hz],
    loudness: seconds,
    hnrDb: seconds,
  }),
  distribution: distributionsFigure("t", [duration], emotions),
  distributions: distributionsFigure("t", [duration, duration, duration], emotions),
  map: featureMapFigure(
    "t",
    recordings,
    recordings.map((_, i) => [i, -i]),
    ["component 1 (30 %)", "component 2 (20 %)"],
  ),
  scores: groupScoresFigure([{ name: "s1", uar: 0.5, recordings: 6 }], {
    title: "t",
    group: "speaker",
    overall: 0.6,
    chance: 0.25,
  }),
  intervals: intervalsFigure([interval], {
    title: "t",
    quantity: "UAR",
    reference: { value: 0.25, name: "chance" },
  }),
  curves: learningCurvesFigure(
    { record: { folds: [{ fold: "1", history: { loss: [1, 0.5], innerUar: [0.3, 0.6] } }] } },
    "t",
  ),
  line: lineFigure([{ name: "frame", x: seconds, y: f0Hz }], { title: "t", x: "time (s)", y: "F0 (Hz)" }),
  live: liveFigure("t", labels, [
    {
      startSeconds: 0.5,
      endSeconds: 2.5,
      emotion: "anger",
      points: [{ seconds: 2, probabilities: { anger: 0.7, calm: 0.2, Wut: 0.1 } }],
    },
    { startSeconds: 4, endSeconds: 5, emotion: null, points: [] },
  ]),
  occlusion: occlusionFigure("t", mel, {
    label: "anger",
    probability: 0.9,
    loss: [
      [0.1, 0],
      [0, -0.2],
    ],
    cellFrames: 60,
    cellBands: 32,
  }),
  ranking: rankingFigure("t", [{ name: "pitch", value: 0.3, low: 0.2, high: 0.4 }], "UAR lost"),
  spectrogram: spectrogramFigure([{ ...hertz, name: "one" }], { title: "t", scale: "hertz" }),
  spectrograms: spectrogramFigure(
    labels.map((name) => ({ ...mel, name })),
    { title: "t", scale: "mel" },
  ),
  waveform: waveformFigure(waveform, { title: "t" }),
  frames: waveformFigure(waveform, {
    title: "t",
    range: [0.2, 0.3],
    frames: { windowSeconds: 0.025, hopSeconds: 0.01 },
  }),
};

for (const [name, figure] of Object.entries(figures)) {
  test(`${name}: plain data, small, at most 680 wide, titled, every panel's outer axes with a title, told in words`, () => {
    const json = JSON.stringify(figure);
    assert.deepEqual(JSON.parse(json), JSON.parse(JSON.stringify(structuredClone(figure))));
    assert.ok(json.length < 120_000, `${json.length} bytes`);
    assert.ok(Number(figure.layout.width) <= 680);
    assert.match(figure.alt, /^[A-Zt].{15,}\.$/);
    const titles = Object.entries(figure.layout).filter(([key]) => /^[xy]axis/.test(key));
    assert.ok(titles.some(([key]) => key.startsWith("x")) && titles.some(([key]) => key.startsWith("y")));
  });
}

test("counts add up to the recordings, whoever spoke them", () => {
  const counted = figures.counts.data.flatMap((trace) => trace.y as number[]).reduce((a, b) => a + b, 0);
  assert.equal(counted, recordings.length);
});

test("the rates of a confusion matrix's row add up to 1, and recalls are told in words", () => {
  for (const row of figures.confusion.data[0].z as number[][])
    assert.equal(
      row.reduce((a, b) => a + b, 0),
      1,
    );
  assert.match(figures.confusion.alt, /anger 75 %, calm 100 %, Wut 33 %/);
});

test("a figure of one emotion colours it as a figure of all does", () => {
  const bar = figures.counts.data.find(({ name }) => name === "anger")!.marker as { color: string };
  const point = figures.map.data.find(({ name }) => name === "anger")!.marker as { color: string };
  assert.equal(bar.color, point.color);
});

test("voiced segments are the unbroken runs of frames with F0", () => {
  const f0 = [Number.NaN, 100, 110, Number.NaN, 120, Number.NaN];
  assert.deepEqual(voicedSegments([0, 1, 2, 3, 4, 5], f0), [
    [1, 2],
    [4, 4],
  ]);
});

test("a long name takes two lines in every trace and in the order of the axis", () => {
  const name = "voice-v1+egemaps-v02+librosa-v1 lda by speaker";
  const view = { title: "t", quantity: "UAR", reference: { value: 0.25, name: "chance" } };
  const { data, layout } = intervalsFigure([{ ...interval, name }, interval], view);
  const lines = "voice-v1+egemaps-v02+librosa-v1<br>lda by speaker";
  for (const { y } of data as { y: (string | null)[] }[])
    assert.ok(y.includes(lines) && y.includes(interval.name));
  assert.deepEqual((layout.yaxis as { categoryarray: string[] }).categoryarray, [lines, interval.name]);
});

test("hovering tells the interval beside the value, and a line's axes with their units", () => {
  const intervals = figures.intervals.data.at(-1)!;
  const [low, high] = interval.speakers.map((end) => end.toFixed(3));
  assert.deepEqual(intervals.text, [`[${low}, ${high}]`]);
  assert.match(String(intervals.hovertemplate), /%\{x:\.3f\} %\{text\}/);
  assert.match(String(figures.line.data[0].hovertemplate), /time \(s\): .*F0 \(Hz\): /);
});

test("an occlusion map tells losses and gains apart", () => {
  const { alt, data } = figures.occlusion;
  assert.match(alt, /takes away 0\.10 of the probability .* adds 0\.20/);
  assert.match(JSON.stringify(data[1].text), /0\.100 lower.*0\.200 higher/);
});

test("an occlusion map of places is drawn on an axis of numbers, else nothing is seen of it", () => {
  const { data, layout } = figures.occlusion;
  assert.equal(data[1].y, undefined);
  assert.equal((layout.yaxis2 as { type: string }).type, "linear");
});

test("a column's long name stands beside its panel in two lines, whole", () => {
  const name = "F0semitoneFrom27.5Hz_sma3nz_percentile80.0";
  const two = [{ ...duration, axis: name }, duration];
  const { yaxis, yaxis2 } = distributionsFigure("t", two, emotions).layout as Record<string, object>;
  const textOf = (one: object) =>
    (one as { title: { text: string } }).title.text.replace(/<\/?span[^>]*>/g, "");
  assert.equal(textOf(yaxis), "F0semitoneFrom27.5Hz_<br>sma3nz_percentile80.0");
  assert.equal(textOf(yaxis2), "duration (s)");
});

test("a colour bar says what it is told instead of decibels, which hovering then leaves out too", () => {
  const colourBar = { title: "level, or answer", ends: ["none", "strong"] } as const;
  const told = spectrogramFigure([{ ...mel, name: "one" }], { title: "t", scale: "mel", colourBar });
  const bar = told.data[0].colorbar as { title: { text: string }; tickvals: number[]; ticktext: string[] };
  assert.equal(bar.title.text, colourBar.title);
  assert.deepEqual([bar.tickvals, bar.ticktext], [[-70, 0], colourBar.ends]);
  assert.doesNotMatch(String(told.data[0].hovertemplate) + told.alt, /dB/);
  const usual = figures.spectrogram.data[0];
  assert.match(String(usual.hovertemplate), /dB/);
  assert.match(JSON.stringify(usual.colorbar), /dB below the loudest/);
});

test("thousands of recordings are drawn as densities, without a text for each", () => {
  const many = Array.from({ length: 5000 }, (_, i) => ({ ...recordings[i % 30], file: `${i}.wav` }));
  const points = many.map((): [number, number] => [source.normal(), source.normal()]);
  const plane = { points, emotions: many.map(({ emotion }) => emotion), axes: ["a", "b"] } as const;
  const drawn = [
    featureMapFigure("t", many, points, ["a", "b"]),
    speakerMapFigure("t", many, points, ["a", "b"]),
    marginFigure("t", plane, [{ name: "C = 1", decision: [0, 1, 1] }]),
  ];
  for (const figure of drawn) {
    const types = figure.data.map(({ type }) => type);
    assert.ok(types.includes("histogram2dcontour"));
    assert.ok(JSON.stringify(figure).length < 100_000);
  }
});
