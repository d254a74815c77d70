import { InputError } from "../../check";
import type { Matrix } from "../../numbers/matrix";
import { type Block, blockOf } from "./lstm-block";
import { GROUP_BYTES, type LstmKernels, lstmKernels } from "./lstm-kernels";
import { checkLayer, type LstmLayer, UNITS_AT_ONCE } from "./lstm-layer";
import {
  BATCH,
  BLOCK_FRAMES,
  FLOAT_BYTES,
  GATES_OF_GROUP_BYTES,
  type LstmMemory,
  type PlacedLayer,
  placeLayers,
} from "./lstm-memory";

/**
 * Distances that the innermost loops use: as constants of this module they are not looked up in
 * another one at every turn.
 */
const ROW_OF_GATES_BYTES = GROUP_BYTES;
const GROUP_OF_STATES_BYTES = UNITS_AT_ONCE * FLOAT_BYTES;

/**
 * Called with the states of `layer` (from 0) at each frame of each sequence, frames in ascending
 * order; `states` is overwritten later.
 */
export type OnStates = (layer: number, sequence: number, states: Float32Array) => void;

/**
 * Layers of LSTM that run over several sequences at once, in single precision, as WebAssembly with
 * SIMD: the same in Node and in a browser. A sequence gives the same bits alone and beside others.
 * Where the engine has relaxed SIMD, products and sums are fused: faster, and different by some
 * 1e-7.
 *
 * ```ts
 * const network = await LstmNetwork.create(layers);
 * network.run([frames], (layer, sequence, states) => { last[layer] = states[0]; });
 * ```
 */
export class LstmNetwork {
  private constructor(
    private readonly place: LstmMemory,
    private readonly kernels: LstmKernels,
  ) {}

  /** @throws InputError for layers that do not fit each other */
  static async create(layers: readonly LstmLayer[]): Promise<LstmNetwork> {
    checkChain(layers);
    const place = placeLayers(layers);
    return new LstmNetwork(place, lstmKernels(place.memory));
  }

  /**
   * Runs over sequences (frames x inputs) of any lengths, from states of zero, and hands all states
   * to `onStates`.
   */
  run(sequences: readonly Matrix[], onStates: OnStates): void {
    const order = sequences.map((_, index) => index).sort((a, b) => sequences[b].rows - sequences[a].rows);
    for (let first = 0; first < order.length; first += BATCH) {
      this.runBatch(sequences, order.slice(first, first + BATCH), onStates);
    }
  }

  private runBatch(sequences: readonly Matrix[], order: readonly number[], onStates: OnStates): void {
    this.forget();
    const frames = sequences[order[0]].rows;
    for (let start = 0; start < frames; start += BLOCK_FRAMES) {
      const block = blockOf(
        order.map((index) => sequences[index].rows - start),
        Math.min(BLOCK_FRAMES, frames - start),
      );
      this.writeInput(sequences, order, start, block);
      let inputAt = this.place.inputAt;
      this.place.layers.forEach((layer, index) => {
        this.project(layer, inputAt, block.rows);
        this.runLayer(layer, block);
        inputAt = layer.statesAt + BATCH * this.place.rowBytes;
        this.eachRow(block, (row, at) => onStates(index, order[row], this.floats(inputAt + at, layer.units)));
        this.keepLastStates(layer, block);
      });
    }
  }

  /** What the inputs give to the gates, for all rows of a block at once. */
  private project({ inputs, groups, inputWeightsAt }: PlacedLayer, inputAt: number, rows: number): void {
    const { kernels } = this;
    const { rowBytes, gatesAt } = this.place;
    for (let group = 0; group < groups; group++) {
      const weights = inputWeightsAt + group * (1 + inputs) * GROUP_BYTES;
      const gates = gatesAt + group * GATES_OF_GROUP_BYTES;
      for (let row = 0; row < rows; row += 2) {
        const project = row + 1 < rows ? kernels.projectTwo : kernels.projectOne;
        project(inputAt + row * rowBytes, inputs, weights, gates + row * ROW_OF_GATES_BYTES, rowBytes);
      }
    }
  }

  private runLayer(layer: PlacedLayer, block: Block): void {
    const blockAt = layer.statesAt + BATCH * this.place.rowBytes;
    block.running.forEach((rows, t) => {
      const stateAt = t === 0 ? layer.statesAt : blockAt + block.firstRow[t - 1] * this.place.rowBytes;
      const gatesAt = this.place.gatesAt + block.firstRow[t] * ROW_OF_GATES_BYTES;
      this.step(layer, gatesAt, stateAt, blockAt + block.firstRow[t] * this.place.rowBytes, rows);
    });
  }

  /** One frame: a group's weights stay in the nearest cache while all rows use them. */
  private step(layer: PlacedLayer, gatesAt: number, stateAt: number, outputAt: number, rows: number): void {
    const { units, groups, stateWeightsAt, cellsAt } = layer;
    const { kernels } = this;
    const { rowBytes } = this.place;
    for (let group = 0; group < groups; group++) {
      const weights = stateWeightsAt + group * units * GROUP_BYTES;
      const gates = gatesAt + group * GATES_OF_GROUP_BYTES;
      for (let row = 0; row < rows; row += 2) {
        const rowAt = row * rowBytes;
        const unitsAt = rowAt + group * GROUP_OF_STATES_BYTES;
        const step = row + 1 < rows ? kernels.stepTwo : kernels.stepOne;
        step(
          gates + row * ROW_OF_GATES_BYTES,
          stateAt + rowAt,
          units,
          weights,
          cellsAt + unitsAt,
          outputAt + unitsAt,
          rowBytes,
        );
      }
    }
  }

  private writeInput(
    sequences: readonly Matrix[],
    order: readonly number[],
    start: number,
    block: Block,
  ): void {
    this.eachRow(block, (row, at, t) => {
      const { data, columns } = sequences[order[row]];
      const frame = (start + t) * columns;
      this.floats(this.place.inputAt + at, columns).set(data.subarray(frame, frame + columns));
    });
  }

  /** Sequences whose states end within the block are over: theirs are never read again. */
  private keepLastStates({ statesAt }: PlacedLayer, block: Block): void {
    const last = block.running.length - 1;
    const from = statesAt + (BATCH + block.firstRow[last]) * this.place.rowBytes;
    new Uint8Array(this.place.memory.buffer).copyWithin(
      statesAt,
      from,
      from + block.running[last] * this.place.rowBytes,
    );
  }

  private forget(): void {
    for (const { statesAt, cellsAt } of this.place.layers) {
      this.floats(statesAt, (BATCH * this.place.rowBytes) / FLOAT_BYTES).fill(0);
      this.floats(cellsAt, (BATCH * this.place.rowBytes) / FLOAT_BYTES).fill(0);
    }
  }

  /**
   * Frame by frame: the row within the frame, its distance from the block's start in bytes, the
   * frame.
   */
  private eachRow(block: Block, use: (row: number, at: number, t: number) => void): void {
    block.running.forEach((rows, t) => {
      for (let row = 0; row < rows; row++) use(row, (block.firstRow[t] + row) * this.place.rowBytes, t);
    });
  }

  private floats(address: number, count: number): Float32Array {
    return new Float32Array(this.place.memory.buffer, address, count);
  }
}

function checkChain(layers: readonly LstmLayer[]): void {
  layers.forEach((layer, index) => {
    checkLayer(layer);
    if (index === 0 || layer.inputs === layers[index - 1].units) return;
    throw new InputError(
      `layer ${index + 1} takes ${layer.inputs} inputs, the layer before it has ${layers[index - 1].units} units`,
    );
  });
}
