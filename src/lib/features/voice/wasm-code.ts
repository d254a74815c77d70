/** Machine code of WebAssembly: the bytes of an expression or of statements. Expressions nest as they do on paper. */
export type Code = readonly number[];

/** A function of a module: its parameters are 32-bit whole numbers and the first locals; `vectors` locals of four numbers and `counters` whole numbers follow. */
export interface WasmFunction {
  readonly name: string;
  readonly parameters: number;
  readonly counters: number;
  readonly vectors: number;
  readonly body: Code;
}

const valueType = { i32: 0x7f, v128: 0x7b } as const;
const empty = 0x40;
const floatAlignment = 2;

const simd = (opcode: number): Code => [0xfd, ...unsigned(opcode)];
const unary = (opcode: Code) => (a: Code) => [...a, ...opcode];
const binary = (opcode: Code) => (a: Code, b: Code) => [...a, ...b, ...opcode];

export const get = (local: number): Code => [0x20, ...unsigned(local)];
export const set = (local: number, value: Code): Code => [...value, 0x21, ...unsigned(local)];

export const i32 = {
  constant: (value: number): Code => [0x41, ...signed(value)],
  add: binary([0x6a]),
  subtract: binary([0x6b]),
};

/** Four single-precision numbers at once. */
export const f32x4 = {
  load: (address: Code, offset = 0): Code => [...address, ...simd(0x00), floatAlignment, ...unsigned(offset)],
  /** One number of memory, four times. */
  loadSplat: (address: Code, offset = 0): Code => [
    ...address,
    ...simd(0x09),
    floatAlignment,
    ...unsigned(offset),
  ],
  store: (address: Code, value: Code, offset = 0): Code => [
    ...address,
    ...value,
    ...simd(0x0b),
    floatAlignment,
    ...unsigned(offset),
  ],
  negate: unary(simd(0xe1)),
  add: binary(simd(0xe4)),
  subtract: binary(simd(0xe5)),
  multiply: binary(simd(0xe6)),
  divide: binary(simd(0xe7)),
  /** b where b < a, else a: one instruction, while `min` and `max` take several for NaN and -0. */
  pseudoMinimum: binary(simd(0xea)),
  /** b where a < b, else a. */
  pseudoMaximum: binary(simd(0xeb)),
  /** a * b + c in one instruction where the machine has it; "relaxed" because the product is rounded first where it has not. */
  relaxedMultiplyAdd: (a: Code, b: Code, c: Code): Code => [...a, ...b, ...c, ...simd(0x105)],
};

/** Four 32-bit whole numbers at once. */
export const i32x4 = {
  add: binary(simd(0xae)),
  shiftLeft: (a: Code, bits: number): Code => [...a, ...i32.constant(bits), ...simd(0xab)],
};

/** Runs `body`, then again as long as `counter`, which the body counts down, is not zero. */
export const repeatUntilZero = (counter: number, body: Code): Code => [
  ...[0x03, empty],
  ...body,
  ...get(counter),
  ...[0x0d, 0, 0x0b],
];

/**
 * The binary of a module that imports `env.memory` and exports `functions`, which return nothing
 * (WebAssembly core specification 2.0, section 5.5).
 *
 * @example
 * wasmModule([{ name: "nothing", parameters: 0, counters: 0, vectors: 0, body: [] }]).byteLength // 58
 */
export function wasmModule(functions: readonly WasmFunction[]): ArrayBuffer {
  const types = functions.map((f) => [0x60, ...list(Array(f.parameters).fill([valueType.i32])), 0]);
  const memory = [...text("env"), ...text("memory"), 2, 0, 1];
  const exported = functions.map((f, index) => [...text(f.name), 0, ...unsigned(index)]);
  const bytes = Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, types),
    ...section(2, [memory]),
    ...section(
      3,
      functions.map((_, index) => unsigned(index)),
    ),
    ...section(7, exported),
    ...section(10, functions.map(functionCode)),
  ]);
  return bytes.buffer as ArrayBuffer;
}

function functionCode({ counters, vectors, body }: WasmFunction): Code {
  const locals = list([
    [...unsigned(counters), valueType.i32],
    [...unsigned(vectors), valueType.v128],
  ]);
  return sized([...locals, ...body, 0x0b]);
}

const section = (id: number, items: readonly Code[]): Code => [id, ...sized(list(items))];
const sized = (bytes: Code): Code => [...unsigned(bytes.length), ...bytes];
const list = (items: readonly Code[]): Code => [...unsigned(items.length), ...items.flat()];
const text = (name: string): Code => list([...name].map((letter) => [letter.charCodeAt(0)]));

/** LEB128: seven bits a byte, lowest first; the top bit says that more follow. */
function unsigned(value: number): Code {
  return value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)];
}

function signed(value: number): Code {
  return value >= -64 && value < 64 ? [value & 127] : [(value & 127) | 128, ...signed(value >> 7)];
}
