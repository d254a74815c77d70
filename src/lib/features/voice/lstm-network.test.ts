import assert from "node:assert/strict";
import { test } from "node:test";
import { setFlagsFromString } from "node:v8";
import { runsWebAssembly } from "../../numbers/kernels/web-assembly";
import type { Matrix } from "../../numbers/matrix";
import type { LstmLayer } from "./lstm-layer";
import { LstmNetwork } from "./lstm-network";
import reference from "./lstm-network.reference.json";
import { wasmLstmFusedCode } from "./wasm-lstm-code";

const [inputs, units, frames] = [3, 8, 40];

const wave = (count: number, seed: number) =>
  Float32Array.from({ length: count }, (_, i) => Math.sin((i + 1) * 0.7 + seed));

const layer = (inputs: number, seed: number): LstmLayer => ({
  inputs,
  units,
  inputWeights: wave(4 * units * inputs, seed),
  stateWeights: wave(4 * units * units, seed + 1),
  biases: wave(4 * units, seed + 2),
});

const layers = [layer(inputs, 1), layer(units, 5)];
const sequence: Matrix = { rows: frames, columns: inputs, data: wave(frames * inputs, 9) };

/** All states, by sequence, layer and frame. */
async function statesOf(sequences: readonly Matrix[]): Promise<number[][][][]> {
  const states = sequences.map(() => layers.map((): number[][] => []));
  const network = await LstmNetwork.create(layers);
  network.run(sequences, (layer, index, values) => states[index][layer].push([...values]));
  return states;
}

function assertNear(states: readonly number[][][], tolerance: number): void {
  reference.layers.forEach((expected, layer) => {
    assert.equal(states[layer].length, frames);
    expected.forEach((row, frame) => {
      row.forEach((value, unit) => {
        const got = states[layer][frame][unit];
        const where = `layer ${layer}, frame ${frame}, unit ${unit}`;
        assert.ok(Math.abs(got - value) < tolerance, `${where}: ${got}, numpy has ${value}`);
      });
    });
  });
}

test("the states agree with numpy's over more frames than a block has", async () => {
  assertNear((await statesOf([sequence]))[0], 2e-6);
});

test("a sequence gives the same bits alone and beside shorter and longer ones", async () => {
  const ofRows = (rows: number): Matrix => ({
    rows,
    columns: inputs,
    data: sequence.data.subarray(0, rows * inputs),
  });
  const lengths = [5, 40, 1, 33, 40, 32, ...Array<number>(15).fill(7)];
  const [alone] = await statesOf([sequence]);
  const together = await statesOf(lengths.map(ofRows));
  together.forEach((states, index) => {
    assert.deepEqual(
      states,
      alone.map((layer) => layer.slice(0, lengths[index])),
    );
  });
});

test("fused by relaxed SIMD, the states agree with numpy's as well", async (context) => {
  if (!runsWebAssembly(wasmLstmFusedCode)) setFlagsFromString("--experimental-wasm-relaxed-simd");
  if (!runsWebAssembly(wasmLstmFusedCode)) return context.skip("this engine has no relaxed SIMD");
  assertNear((await statesOf([sequence]))[0], 2e-6);
});

test("layers that do not fit are refused", async () => {
  await assert.rejects(
    LstmNetwork.create([layers[1], layers[0]]),
    /layer 2 takes 3 inputs, the layer before it has 8/,
  );
  const odd = { ...layer(inputs, 1), units: 6 };
  await assert.rejects(LstmNetwork.create([odd]), /units=6 must be a multiple of four/);
  const short = { ...layer(inputs, 1), biases: wave(5, 0) };
  await assert.rejects(LstmNetwork.create([short]), /biases and gates differ in length: 5 and 32/);
});
