import { CONSTANTS, GROUP_BYTES } from "./lstm-kernels";
import { type LstmLayer, packInputWeights, packStateWeights, UNITS_AT_ONCE } from "./lstm-layer";

/** Sequences side by side: enough to use a weight often once it is read. */
export const BATCH = 16;
/**
 * Frames that a layer runs over before the next layer does: bounds the memory, whatever the length
 * of the sequences.
 */
export const BLOCK_FRAMES = 32;
export const FLOAT_BYTES = 4;
/**
 * From a group's gates to the next group's: not a power of two, or all groups would fall on the
 * same few lines of the cache.
 */
export const GATES_OF_GROUP_BYTES = (BLOCK_FRAMES * BATCH + 1) * GROUP_BYTES;
const PAGE_BYTES = 65536;

/** A layer and where its parts lie: addresses in bytes. */
export interface PlacedLayer extends LstmLayer {
  /** Groups of four units. */
  readonly groups: number;
  readonly inputWeightsAt: number;
  readonly stateWeightsAt: number;
  /** BATCH rows of states from before the block, then the rows of the block. */
  readonly statesAt: number;
  readonly cellsAt: number;
}

/** The memory in which the layers run, with their weights in it. */
export interface LstmMemory {
  readonly memory: WebAssembly.Memory;
  readonly layers: readonly PlacedLayer[];
  /** Rows of inputs of the first layer. */
  readonly inputAt: number;
  /** Gates of whichever layer runs: group of units x row x 16 gates. */
  readonly gatesAt: number;
  /** Bytes of a row of inputs or states: those of the widest layer. */
  readonly rowBytes: number;
}

/** Finds each part its place and writes the weights. */
export function placeLayers(layers: readonly LstmLayer[]): LstmMemory {
  let bytes = 0;
  const take = (size: number) => {
    const at = bytes;
    bytes += Math.ceil(size / GROUP_BYTES) * GROUP_BYTES;
    return at;
  };
  const rowBytes = FLOAT_BYTES * Math.max(...layers.flatMap(({ inputs, units }) => [inputs, units]));
  const groups = Math.max(...layers.map(({ units }) => units / UNITS_AT_ONCE));
  take(CONSTANTS.length * FLOAT_BYTES);
  const inputAt = take(BLOCK_FRAMES * BATCH * rowBytes);
  const gatesAt = take(groups * GATES_OF_GROUP_BYTES);
  const placed = layers.map((layer): PlacedLayer => {
    const groups = layer.units / UNITS_AT_ONCE;
    return {
      ...layer,
      groups,
      inputWeightsAt: take(groups * (1 + layer.inputs) * GROUP_BYTES),
      stateWeightsAt: take(groups * layer.units * GROUP_BYTES),
      statesAt: take((BATCH + BLOCK_FRAMES * BATCH) * rowBytes),
      cellsAt: take(BATCH * rowBytes),
    };
  });
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE_BYTES) });
  new Float32Array(memory.buffer).set(CONSTANTS);
  writeWeights(memory, placed);
  return { memory, layers: placed, inputAt, gatesAt, rowBytes };
}

function writeWeights(memory: WebAssembly.Memory, layers: readonly PlacedLayer[]): void {
  const numbers = new Float32Array(memory.buffer);
  for (const layer of layers) {
    numbers.set(packInputWeights(layer), layer.inputWeightsAt / FLOAT_BYTES);
    numbers.set(packStateWeights(layer), layer.stateWeightsAt / FLOAT_BYTES);
  }
}
