import assert from "node:assert/strict";
import { test } from "node:test";
import Papa from "papaparse";
import type { Timeline } from "./timeline";
import { timelineFormats } from "./timeline-formats";

const emotions = ["anger", 'joy, "loud" & <wild>'];
const entry = (startSeconds: number, endSeconds: number, anger: number) => ({
  startSeconds,
  endSeconds,
  emotion: emotions[anger > 0.5 ? 0 : 1],
  probabilities: { [emotions[0]]: anger, [emotions[1]]: 1 - anger },
});
const timeline: Timeline = {
  file: "my talks/a, b.wav",
  durationSeconds: 3725.5,
  entries: [entry(0, 1.25, 0.75), entry(59.9996, 62, 0.25), entry(3723.125, 3725.5, 0.625)],
};
const none: Timeline = { ...timeline, entries: [] };
const textOf = (name: string, of = timeline) => timelineFormats[name].text(of, emotions);
const milliseconds = (...seconds: number[]) => seconds.map((value) => value.toFixed(3));

/** What every format tells: times to the millisecond, emotion. */
const told = timeline.entries.map(({ startSeconds, endSeconds, emotion }) => [
  ...milliseconds(startSeconds, endSeconds),
  emotion,
]);

test("JSONL is read back as it was, with file, start, end, emotion and probabilities", () => {
  const lines = textOf("jsonl").trimEnd().split("\n");
  assert.deepEqual(
    lines.map((line) => JSON.parse(line)),
    timeline.entries.map(({ startSeconds: start, endSeconds: end, emotion, probabilities }) => {
      return { file: timeline.file, start, end, emotion, probabilities };
    }),
  );
});

test("CSV is read back as a table, a column for each emotion", () => {
  const text = timelineFormats.csv.header!(emotions) + textOf("csv");
  const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  assert.deepEqual(
    data.map(({ file, start, end, emotion, p_anger }) => [file, +start, +end, emotion, +p_anger]),
    timeline.entries.map(({ startSeconds, endSeconds, emotion, probabilities }) => {
      return [timeline.file, startSeconds, endSeconds, emotion, probabilities.anger];
    }),
  );
});

test("RTTM has ten fields a line: the emotion where diarization has the speaker", () => {
  const fields = textOf("rttm")
    .trimEnd()
    .split("\n")
    .map((line) => line.split(" "));
  const heads = new Set(fields.map((all) => [all.length, all[0], all[1]].join(" ")));
  assert.deepEqual([...heads], ["10 SPEAKER my_talks/a,_b.wav"]);
  assert.deepEqual(
    fields.map((all) => [...milliseconds(+all[3], +all[3] + +all[4]), all[7]]),
    told.map(([start, end, emotion]) => [start, end, emotion.replaceAll(" ", "_")]),
  );
});

test("a TextGrid covers the recording without gaps; pauses have no text", () => {
  const [, emotionTier, probabilityTier] = textOf("textgrid").split(/ item \[\d\]:/);
  const intervals = [...emotionTier.matchAll(/xmin = (.+)\n +xmax = (.+)\n +text = "(.*)"/g)];
  assert.equal(intervals.length, Number(/intervals: size = (\d+)/.exec(emotionTier)?.[1]));
  assert.equal(Number(intervals[0][1]), 0);
  assert.equal(Number(intervals.at(-1)?.[2]), timeline.durationSeconds);
  for (let i = 1; i < intervals.length; i++) assert.equal(intervals[i][1], intervals[i - 1][2]);
  const spoken = intervals.filter(([, , , label]) => label !== "");
  assert.deepEqual(
    spoken.map(([, start, end, label]) => [...milliseconds(+start, +end), label.replaceAll('""', '"')]),
    told,
  );
  assert.match(probabilityTier, /text = "0\.750"/);
  assert.match(textOf("textgrid", none), /intervals: size = 1\n/);
});

test("WebVTT has a cue an utterance, hours and minutes carried, letters of its own escaped", () => {
  const [head, ...cues] = textOf("vtt").trimEnd().split("\n\n");
  assert.equal(head, "WEBVTT");
  assert.deepEqual(
    cues.map((cue) => cue.split("\n")[1]),
    ["00:00:00.000 --> 00:00:01.250", "00:01:00.000 --> 00:01:02.000", "01:02:03.125 --> 01:02:05.500"],
  );
  assert.match(cues[1], /joy, &quot;loud&quot; &amp; &lt;wild&gt; 0\.75$/);
});

test("a line tells the recording that it is of", () => {
  for (const [name, { nameOf, nameIn = (file: string) => file }] of Object.entries(timelineFormats)) {
    if (!nameOf) continue;
    for (const line of textOf(name).trimEnd().split("\n")) assert.equal(nameOf(line), nameIn(timeline.file));
  }
});
