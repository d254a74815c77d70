import assert from "node:assert/strict";
import { test } from "node:test";
import { plainWeightedSums } from "./plain-weighted-sums";
import { random } from "./random";
import { WeightedSums } from "./weighted-sums";

const source = random("weights");
const positive = (length: number) => Float32Array.from({ length }, () => source.uniform());

function bank(bins: number, count: number) {
  return Array.from({ length: count }, () => {
    const first = source.integer(bins);
    return { first, weights: positive(1 + source.integer(bins - first)) };
  });
}

test("the vector kernel gives what the plain one gives, whichever bank was used before", () => {
  const banks = [bank(5, 3), bank(257, 64), bank(1025, 12), bank(1025, 128)].map((bands, i) => ({
    bins: [5, 257, 1025, 1025][i],
    bands,
  }));
  const sums = banks.map(({ bins, bands }) => new WeightedSums(bins, bands));
  for (const i of [0, 3, 1, 2, 0, 2, 1, 3]) {
    const spectrum = positive(banks[i].bins);
    const expected = plainWeightedSums(banks[i].bands, spectrum, new Float64Array(banks[i].bands.length));
    sums[i].apply(spectrum, new Float64Array(expected.length)).forEach((sum, band) => {
      assert.ok(Math.abs(sum - expected[band]) <= 1e-5 * expected[band], `bank ${i}, band ${band}`);
    });
  }
});
