import assert from "node:assert/strict";
import { test } from "node:test";
import type { UtteranceEvent } from "../lib/live/live-event";
import { affectOf } from "./drawing/affect-places";
import { legibleColour } from "./drawing/legible-colour";
import { MelHistory } from "./drawing/mel-history";
import { PeakHistory } from "./drawing/peak-history";
import { spreadLabels } from "./drawing/spread-labels";
import { TimeAxis } from "./drawing/time-axis";
import { LevelHint } from "./level-hint";
import { microphoneProblem } from "./microphone-problem";
import { resultsCsv, resultsJson } from "./results-text";
import { Session } from "./session";
import { timeText } from "./time-text";

const tone = Float32Array.from({ length: 16000 }, (_, n) => Math.sin((2 * Math.PI * 1000 * n) / 16000));

test("the spectrogram of a stream is the same for any chunks, and a tone stands in its band", () => {
  const [whole, chunked] = [new MelHistory(16000), new MelHistory(16000)];
  whole.push(tone);
  for (let at = 0; at < tone.length; at += 777) chunked.push(tone.subarray(at, at + 777));
  assert.equal(chunked.columns, whole.columns);
  for (let t = 0; t < whole.columns; t++) assert.deepEqual(chunked.column(t), whole.column(t));
  const levels = whole.column(20);
  const centreHz = whole.frequenciesHz[levels.indexOf(Math.max(...levels))];
  assert.ok(Math.abs(centreHz - 1000) < 60, `${centreHz} Hz`);
  assert.equal(whole.highest, Math.max(...levels), "a tone at full scale is as loud in every column");
});

test("the waveform's peaks are the same for any chunks, and stand where they were heard", () => {
  const history = new PeakHistory(16000);
  const samples = new Float32Array(400_000);
  samples[161_000] = -0.7;
  samples[399_999] = 0.4;
  for (let at = 0; at < samples.length; at += 7919) history.push(samples.subarray(at, at + 7919));
  assert.equal(history.highest, Math.fround(0.7));
  assert.equal(history.highestBetween(10, 10.05), 0);
  assert.equal(history.highestBetween(10.06, 10.07), Math.fround(0.7));
  assert.equal(history.highestBetween(24, 99), Math.fround(0.4), "to the end");
});

test("a session keeps what it hears: seconds, level, stretches of speech", () => {
  const session = new Session("microphone", 16000);
  session.push(tone);
  assert.equal(session.seconds, 1);
  assert.ok(Math.abs(session.levelDb + 3.01) < 0.01, "a sine at full scale has -3 dB");
  session.add({ type: "speech-start", timeSeconds: 0.2 });
  assert.ok(session.speaking);
  session.add({ type: "speech-end", timeSeconds: 0.9 });
  assert.deepEqual(session.speech, [{ startSeconds: 0.2, endSeconds: 0.9 }]);
});

test("results go to CSV and JSON: not sure is an empty cell, names cannot become formulas", () => {
  const session = new Session('-cmd "x".wav', 16000);
  const probabilities = { anger: 0.5, joy: 0.5 };
  const utterance: UtteranceEvent = {
    type: "utterance",
    startSeconds: 0,
    endSeconds: 1.5,
    probabilities,
    emotion: null,
  };
  session.add(utterance);
  session.whole = { emotion: "anger", probabilities };
  assert.equal(
    resultsCsv(session, ["anger", "joy"]),
    'source,part,start_s,end_s,emotion,p_anger,p_joy\n"\'-cmd ""x"".wav",whole,0.000,0.000,anger,0.5,0.5\n"\'-cmd ""x"".wav",utterance 1,0.000,1.500,,0.5,0.5\n',
  );
  const { type: _, ...rest } = utterance;
  assert.deepEqual(JSON.parse(resultsJson(session)).utterances, [rest]);
});

test("labels are moved apart and stay above the bottom", () => {
  assert.deepEqual(spreadLabels([10, 12], 10, 100), [10, 20]);
  assert.deepEqual(spreadLabels([99, 50, 98], 10, 100), [95, 50, 85]);
});

test("the axis goes from pixels to seconds and back, with round ticks", () => {
  const axis = new TimeAxis(5, 15, 724);
  assert.equal(axis.seconds(axis.x(7.5)), 7.5);
  assert.deepEqual(axis.ticks(), [6, 8, 10, 12, 14].flatMap((s) => [s - 1, s]).concat(15));
  assert.deepEqual([timeText(4.25), timeText(65)], ["4.3 s", "1:05"]);
});

test("colours are darkened or lightened until they stand out", () => {
  assert.equal(legibleColour("#1660a8", "#ffffff", "#000000"), "#1660a8");
  const darker = legibleColour("#e09a00", "#ffffff", "#000000");
  assert.match(darker, /^#[0-9a-f]{6}$/);
  assert.ok(darker < "#e09a00");
});

test("what is wrong with a microphone is told in words", () => {
  assert.match(microphoneProblem(new DOMException("", "NotAllowedError")), /permission was denied/);
  assert.match(microphoneProblem(new DOMException("boom", "OddError")), /could not be opened: boom/);
});

test("a microphone that is too quiet or clips is told, by the sound's own time, and well-levelled speech is not", () => {
  const hint = new LevelHint(16000);
  const push = (gain: number, pieces: number) => {
    for (let i = 0; i < pieces; i++)
      hint.push(tone.subarray(320 * (i % 50), 320 * (i % 50) + 320).map((x) => gain * x));
    return hint.words;
  };
  assert.equal(push(0.1, 200), "");
  assert.equal(push(0.001, 140), "", "less than three seconds");
  assert.match(push(0.001, 20), /^Too quiet/);
  assert.match(push(1, 1), /^Clipping/);
  assert.match(push(0.1, 40), /^Clipping/, "it stays for a second, to be read");
  assert.equal(push(0.1, 20), "");
});

test("valence and arousal are a mean of the emotions' places, and none where one has no place", () => {
  assert.deepEqual(affectOf({ anger: 1, neutral: 0 }), { valence: -0.51, arousal: 0.59 });
  assert.deepEqual(affectOf({ anger: 0, neutral: 1 }), { valence: 0, arousal: 0 });
  assert.equal(affectOf({ anger: 0.5, contempt: 0.5 }), undefined);
});

test("a recording of one utterance has one decision", () => {
  const session = new Session("one.wav", 16000);
  const decision = (anger: number) => ({ emotion: "anger", probabilities: { anger, joy: 1 - anger } });
  const utterance = { type: "utterance" as const, startSeconds: 0, endSeconds: 1, ...decision(0.6) };
  session.add(utterance);
  assert.equal(session.toldOf(utterance).probabilities.anger, 0.6, "of the microphone");
  session.whole = decision(0.9);
  assert.equal(session.toldOf(utterance).probabilities.anger, 0.9);
  session.add(utterance);
  assert.equal(session.toldOf(utterance).probabilities.anger, 0.6, "of several");
});
