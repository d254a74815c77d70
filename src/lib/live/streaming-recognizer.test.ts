import assert from "node:assert/strict";
import { test } from "node:test";
import { resample } from "../audio/resample";
import { EnergyVoiceActivity } from "../audio/voice-activity";
import type { Waveform } from "../audio/waveform";
import { createFeatureSet, featureSetNames } from "../features/feature-sets";
import { modelFamily, modelNames } from "../models/create-model";
import { SpeakerStatistics } from "../models/normalization/speaker-statistics";
import type { SpeechModel } from "../models/saved/speech-model";
import { random } from "../numbers/random";
import type { LiveEvent, UtteranceEvent, WindowEvent } from "./live-event";
import { recognizeWaveform } from "./recognize-waveform";
import type { StreamOptions } from "./stream-options";
import { StreamingRecognizer } from "./streaming-recognizer";
import { chunks, plainSet, tinyListener, twoUtterances } from "./streams.fixture";

const speech = twoUtterances();

async function eventsOf(
  speechModel: SpeechModel,
  samples: Float32Array,
  length: () => number,
  options: Partial<StreamOptions> = {},
): Promise<LiveEvent[]> {
  const stream = new StreamingRecognizer(speechModel, { sampleRate: 16000, ...options });
  const events: LiveEvent[] = [];
  for (const chunk of chunks(samples, length)) events.push(...(await stream.push(chunk)));
  return [...events, ...(await stream.end())];
}

const ofType = <T extends LiveEvent["type"]>(events: readonly LiveEvent[], type: T) =>
  events.filter((event): event is Extract<LiveEvent, { type: T }> => event.type === type);

const timeOf = (event: LiveEvent) => ("timeSeconds" in event ? event.timeSeconds : event.endSeconds);

/** The voice encoder in small: four units a layer. */
const voiceWeights = {
  layers: [40, 4, 4].map((inputs) => ({
    inputs,
    units: 4,
    inputWeights: wave(16 * inputs),
    stateWeights: wave(64),
    biases: wave(16),
  })),
};

function wave(length: number): Float32Array {
  return Float32Array.from({ length }, (_, i) => Math.sin(i + 1));
}

/** Every kind of model on a set that it takes, and every set with a model that takes it. */
const pairs = [
  ...modelNames.map((model) => [modelFamily(model).takes === "matrix" ? "logmel-v1" : "meyda-v1", model]),
  ...featureSetNames.filter((set) => !/voice|meyda|logmel/.test(set)).map((set) => [set, "svm-linear"]),
  ["voice-v1", "lda"],
  ["meyda-v1+librosa-v1", "lda"],
];

for (const [set, model] of pairs) {
  test(`${model} on ${set}: any chunks of the same samples give the same events`, async () => {
    const speechModel = await tinyListener(createFeatureSet(set, { voiceWeights }), model);
    const source = random(`chunks ${set} ${model}`);
    const whole = await eventsOf(speechModel, speech, () => speech.length);
    assert.ok(ofType(whole, "window").length >= 2 && ofType(whole, "utterance").length === 2);
    for (const length of [() => 4999, () => 1 + source.integer(3000)]) {
      assert.deepEqual(await eventsOf(speechModel, speech, length), whole);
    }
  });
}

for (const sampleRate of [8000, 16000, 44100, 48000]) {
  test(`pushed at ${sampleRate} Hz in samples, primes or random chunks: the same events`, async () => {
    const speechModel = await tinyListener(plainSet, "logistic", "speaker");
    const { samples } = resample({ samples: speech, sampleRate: 16000 }, sampleRate);
    const source = random(`chunks ${sampleRate}`);
    const options = { sampleRate, hopSeconds: 0.1 };
    const whole = await eventsOf(speechModel, samples, () => samples.length, options);
    assert.ok(ofType(whole, "window").length > 6);
    const shortest = sampleRate === 8000 ? 1 : 31;
    for (const length of [() => shortest, () => 1009, () => 1 + source.integer(20000)]) {
      assert.deepEqual(await eventsOf(speechModel, samples, length, options), whole);
    }
  });
}

test("another detector, slower and with other frames, takes the place of the built-in one", async () => {
  const speechModel = await tinyListener(plainSet, "logistic");
  const detector = () => {
    const levels = new EnergyVoiceActivity(16000);
    let frames: number[] = [];
    return {
      frameSeconds: 0.03,
      async push(samples: Float32Array) {
        await new Promise((resolve) => setImmediate(resolve));
        frames.push(...levels.push(samples));
        const scores = Array.from({ length: Math.floor(frames.length / 3) }, (_, i) => frames[3 * i + 1]);
        frames = frames.slice(3 * scores.length);
        return scores;
      },
    };
  };
  const whole = await eventsOf({ ...speechModel, detector }, speech, () => speech.length);
  assert.equal(ofType(whole, "utterance").length, 2);
  assert.deepEqual(await eventsOf({ ...speechModel, detector }, speech, () => 777), whole);
});

test("the features of windows and utterances are those of exactly their samples, resampled as a whole", async () => {
  const heard: Waveform[] = [];
  const extract = (waveform: Waveform) => {
    heard.push({ ...waveform, samples: Float32Array.from(waveform.samples) });
    return plainSet.extract(waveform) as Float64Array;
  };
  const { recognizer } = await tinyListener(plainSet, "svm-linear");
  const speechModel = {
    recognizer,
    sampleRate: 16000,
    featureSet: { ...plainSet, extract } as typeof plainSet,
  };
  const at48 = resample({ samples: speech, sampleRate: 16000 }, 48000);
  const events = await eventsOf(speechModel, at48.samples, () => 1601, { sampleRate: 48000 });
  const { samples } = resample(at48, 16000);
  const decisions = events.filter(
    (event): event is WindowEvent | UtteranceEvent => event.type === "window" || event.type === "utterance",
  );
  assert.equal(decisions.length, heard.length);
  for (const [i, { startSeconds, endSeconds, probabilities }] of decisions.entries()) {
    const part = samples.slice(Math.round(startSeconds * 16000), Math.round(endSeconds * 16000));
    assert.deepEqual(heard[i].samples, part);
    const alone = await recognizeWaveform(speechModel, { samples: part, sampleRate: 16000 });
    assert.deepEqual(Object.values(probabilities), alone.probabilities);
  }
});

test("events stand in the order of time; windows lie on the hops and inside of utterances", async () => {
  const events = await eventsOf(await tinyListener(plainSet, "knn"), speech, () => 1600);
  assert.equal(ofType(events, "utterance").length, 2);
  const times = events.map(timeOf);
  assert.deepEqual(
    times,
    [...times].sort((a, b) => a - b),
  );
  const starts = ofType(events, "speech-start").map(timeOf);
  const ends = ofType(events, "speech-end").map(timeOf);
  for (const { startSeconds, endSeconds } of ofType(events, "window")) {
    const utterance = starts.filter((start) => start <= startSeconds).length - 1;
    assert.ok(endSeconds <= ends[utterance] && endSeconds % 0.5 === 0);
    assert.ok(endSeconds - startSeconds >= 1 && endSeconds - startSeconds <= 3);
  }
  ofType(events, "utterance").forEach(({ startSeconds, endSeconds }, i) => {
    assert.deepEqual([startSeconds, endSeconds], [starts[i], ends[i]]);
  });
});

test("a short pause belongs to the utterance, one of a second ends it", async () => {
  const speechModel = await tinyListener(plainSet, "majority");
  const count = async (pauseSeconds: number) =>
    ofType(await eventsOf(speechModel, twoUtterances(pauseSeconds), () => 8000), "utterance").length;
  assert.deepEqual([await count(0.2), await count(0.8)], [1, 2]);
});

test("an utterance that goes on is cut, and goes on where it was cut", async () => {
  const speechModel = await tinyListener(plainSet, "majority");
  const events = await eventsOf(speechModel, speech, () => 8000, {
    maxUtteranceSeconds: 1,
    windowSeconds: 0.5,
  });
  const utterances = ofType(events, "utterance");
  assert.ok(utterances.length >= 4);
  assert.ok(utterances.every(({ startSeconds, endSeconds }) => endSeconds - startSeconds <= 1.01));
  assert.equal(utterances[1].startSeconds, utterances[0].endSeconds);
});

test("decisions follow the smoothed probabilities, and are not sure below the threshold", async () => {
  const speechModel = await tinyListener(plainSet, "logistic");
  const options = { smoothing: 2, hopSeconds: 0.25, maxUtteranceSeconds: 30 };
  const windows = ofType(await eventsOf(speechModel, speech, () => 1600, options), "window");
  const [first, second] = windows;
  for (const emotion of speechModel.recognizer.labels) {
    const mean = (first.probabilities[emotion] + second.probabilities[emotion]) / 2;
    assert.equal(first.smoothed[emotion], first.probabilities[emotion]);
    assert.ok(Math.abs(second.smoothed[emotion] - mean) < 1e-12);
  }
  const unsure = await eventsOf(speechModel, speech, () => 1600, { ...options, notSureBelow: 1 });
  assert.ok(ofType(unsure, "utterance").every(({ emotion }) => emotion === null));
  const sure = await eventsOf(speechModel, speech, () => 1600, { ...options, notSureBelow: 0 });
  for (const { emotion, smoothed } of ofType(sure, "window")) {
    assert.equal(smoothed[emotion!], Math.max(...Object.values(smoothed)));
  }
});

test("a model normalised by speaker learns the voice utterance by utterance, unless told not to", async () => {
  const speechModel = await tinyListener(plainSet, "logistic", "speaker");
  const adapted = ofType(await eventsOf(speechModel, speech, () => 1600), "utterance");
  const speaker = new SpeakerStatistics();
  for (const { startSeconds, endSeconds, probabilities } of adapted) {
    const part = speech.slice(Math.round(startSeconds * 16000), Math.round(endSeconds * 16000));
    const offline = await recognizeWaveform(speechModel, { samples: part, sampleRate: 16000 }, speaker);
    assert.deepEqual(Object.values(probabilities), offline.probabilities);
  }
  const fixed = ofType(await eventsOf(speechModel, speech, () => 1600, { adapt: false }), "utterance");
  assert.notDeepEqual(fixed, adapted);
});

test("silence and an empty stream give no events", async () => {
  const speechModel = await tinyListener(plainSet, "majority");
  assert.deepEqual(await eventsOf(speechModel, new Float32Array(48000), () => 1000), []);
  assert.deepEqual(await new StreamingRecognizer(speechModel, { sampleRate: 16000 }).end(), []);
});

test("refuses samples that are no numbers with their place, and goes on without them", async () => {
  const stream = new StreamingRecognizer(await tinyListener(plainSet, "majority"), { sampleRate: 16000 });
  await stream.push(new Float32Array(8000));
  for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, -2e9]) {
    const chunk = new Float64Array(100);
    chunk[40] = bad;
    await assert.rejects(stream.push(chunk), /sample 8040 of the stream \(at 0\.502 s\) is .*finite/);
  }
  await stream.push(new Float32Array(8000));
});

test("takes all the usual rates", async () => {
  const speechModel = await tinyListener(plainSet, "majority");
  const taken = [
    4000, 44101, 47999, 8000, 11025, 12000, 16000, 22050, 24000, 32000, 44100, 48000, 88200, 96000, 176400,
    192000,
  ];
  for (const sampleRate of taken) new StreamingRecognizer(speechModel, { sampleRate });
});

test("refuses rates and lengths that cannot be, by name", async () => {
  const speechModel = await tinyListener(plainSet, "majority");
  const refused = (options: Partial<StreamOptions>, message: RegExp) =>
    assert.throws(() => new StreamingRecognizer(speechModel, { sampleRate: 16000, ...options }), message);
  for (const sampleRate of [0, 3999, 192001, 44100.5, Number.NaN]) {
    refused({ sampleRate }, /sampleRate=.* must be a whole number of Hz from 4000 to 192000/);
  }
  refused({ windowSeconds: 0 }, /windowSeconds=0 must be/);
  refused({ hopSeconds: 0.001 }, /hopSeconds=0.001 must be/);
  refused({ maxUtteranceSeconds: Number.POSITIVE_INFINITY }, /maxUtteranceSeconds=Infinity must be/);
  refused({ smoothing: 0 }, /smoothing=0 must be/);
  refused({ notSureBelow: 1.5 }, /notSureBelow=1.5 must be/);
});

test("ten minutes take no more memory than an utterance", async () => {
  const stream = new StreamingRecognizer(await tinyListener(plainSet, "majority"), { sampleRate: 16000 });
  for (let round = 0; round < 100; round++) await stream.push(speech.subarray(0, 6 * 16000));
  const held = (stream as unknown as { history: { buffer: Float32Array } }).history.buffer.length;
  assert.ok(held < 2 * 33 * 16000, `${held} samples are held`);
});

test("a tone begins and ends like speech, and the end says that it was none", async () => {
  const stream = new StreamingRecognizer(await tinyListener(plainSet, "logistic"), { sampleRate: 16000 });
  const tone = Float32Array.from({ length: 32000 }, (_, i) => 0.5 * Math.sin(0.1 * i));
  const events = [...(await stream.push(tone)), ...(await stream.end())];
  assert.deepEqual(
    events.map((event) => [event.type, "reason" in event ? event.reason : undefined]),
    [
      ["speech-start", undefined],
      ["speech-end", "no speech found"],
    ],
  );
});

test("utterances of one person are compared, and counted where the model learns voices", async () => {
  const [bySpeaker, byTraining] = [
    await tinyListener(plainSet, "logistic", "speaker"),
    await tinyListener(plainSet, "logistic"),
  ];
  const [first, second] = ofType(await eventsOf(bySpeaker, speech, () => 1600), "utterance");
  assert.deepEqual([first.speakerUtterances, second.speakerUtterances], [1, 2]);
  assert.equal(first.voice!.comparison, undefined);
  assert.match(second.voice!.comparison!, / (than|as) in the utterance before$/);
  const [other] = ofType(await eventsOf(byTraining, speech, () => 1600), "utterance");
  assert.deepEqual(other.voice, first.voice);
  assert.equal(other.speakerUtterances, undefined);
  const [apart] = ofType(await eventsOf(bySpeaker, speech, () => 1600, { adapt: false }), "utterance");
  assert.deepEqual([apart.voice, apart.speakerUtterances], [undefined, undefined]);
});
