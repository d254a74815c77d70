import assert from "node:assert/strict";
import { test } from "node:test";
import { featureGroup, featureGroups } from "./feature-groups";

test("columns of eGeMAPS are grouped by what they measure", () => {
  assert.equal(featureGroup("F0semitoneFrom27.5Hz_sma3nz_percentile20.0"), "pitch");
  assert.equal(featureGroup("F2amplitudeLogRelF0_sma3nz_amean"), "formants");
  assert.equal(featureGroup("logRelF0-H1-A3_sma3nz_amean"), "voice quality");
  assert.equal(featureGroup("loudnessPeaksPerSec"), "rhythm");
  assert.equal(featureGroup("equivalentSoundLevel_dBp"), "loudness");
  assert.equal(featureGroup("slopeUV0-500_sma3nz_amean"), "spectral balance");
});

test("other columns are grouped by their name up to the first digit, and every column has one group", () => {
  const columns = ["chroma0", "chroma1", "mel0", "mel10", "mfcc3"];
  const groups = featureGroups(columns);
  assert.deepEqual(
    groups.map(({ name }) => name),
    ["chroma", "mel", "cepstrum"],
  );
  assert.deepEqual(groups.flatMap((group) => group.columns).sort(), [0, 1, 2, 3, 4]);
});
