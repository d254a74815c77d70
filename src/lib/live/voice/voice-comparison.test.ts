import assert from "node:assert/strict";
import { test } from "node:test";
import type { Waveform } from "../../audio/waveform";
import { medianPitch } from "../../features/pitch/median-pitch";
import { embeddedUtterances, speakUtterance } from "../../synthesis/embedded-corpus";
import { VoiceComparison } from "./voice-comparison";
import { measureVoice } from "./voice-measures";

const measures = { levelDb: -30, pitchHz: 100, syllablesPerSecond: 4 };
const spoken = embeddedUtterances({ speakers: 2, texts: 1 }).map((utterance) => ({
  ...utterance,
  ...speakUtterance(utterance),
}));

/** The comparison of two recordings of one voice. */
function compared(before: Waveform, now: Waveform): string | undefined {
  const voice = new VoiceComparison();
  voice.describe(measureVoice(before));
  return voice.describe(measureVoice(now)).comparison;
}

test("an utterance is compared with the mean of all before it, the first with nothing", () => {
  const voice = new VoiceComparison();
  assert.deepEqual(voice.describe(measures), measures);
  assert.equal(
    voice.describe({ levelDb: -24, pitchHz: 100, syllablesPerSecond: 4 }).comparison,
    "louder by 6 dB than in the utterance before",
  );
  assert.equal(
    voice.describe({ levelDb: -36, pitchHz: 50, syllablesPerSecond: 8 }).comparison,
    "quieter by 9 dB, lower by 12 semitones and faster by 100 % than in the 2 utterances before",
  );
});

test("small differences are not told, and what is not known is not compared", () => {
  const voice = new VoiceComparison();
  voice.describe({ levelDb: -30, syllablesPerSecond: 0 });
  assert.equal(
    voice.describe({ levelDb: -28, pitchHz: 300, syllablesPerSecond: 9 }).comparison,
    "about as loud, high and fast as in the utterance before",
  );
});

test("a recording that is played louder, or higher and faster, is told as such", () => {
  for (const { waveform } of spoken.filter(({ voice }) => voice.sex === "female")) {
    const { samples, sampleRate } = waveform;
    const quieter = { samples: samples.map((sample) => sample / 4), sampleRate };
    assert.equal(compared(quieter, waveform), "louder by 12 dB than in the utterance before");
    const slowed = { samples, sampleRate: sampleRate / 2 };
    assert.match(
      compared(slowed, waveform)!,
      /^higher by 1[123] semitones and faster by \d+ % than in the utterance before$/,
    );
    assert.equal(compared(waveform, waveform), "about as loud, high and fast as in the utterance before");
  }
});

test("the pitch is the synthesizer's own, and the level and pitch of anger lie above those of sadness", () => {
  for (const { waveform, truth } of spoken) {
    const voiced = truth.f0Hz.filter((hz) => hz > 0).sort((a, b) => a - b);
    const semitones = 12 * Math.log2(medianPitch(waveform)! / voiced[voiced.length >> 1]);
    assert.ok(Math.abs(semitones) < 1, `${semitones} semitones off`);
  }
  const [anger, sadness] = ["anger", "sadness"].map(
    (name) => spoken.find(({ emotion }) => emotion === name)!,
  );
  assert.match(compared(sadness.waveform, anger.waveform)!, /^louder by \d+ dB.* higher by \d+ semitones/);
});
