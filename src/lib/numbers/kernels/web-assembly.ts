/** The compiler leaves the first kilobyte of memory to itself. */
const firstAddress = 1024;
const bytesPerPage = 65536;

/** Whether this machine runs a module (base64); vectors came to browsers by 2023. */
export function runsWebAssembly(code: string): boolean {
  return typeof WebAssembly !== "undefined" && WebAssembly.validate(bytesOf(code));
}

/** The functions of a module (base64) that works in `memory`. */
export function webAssemblyExports<T>(code: string, memory: WebAssembly.Memory): T {
  const module = new WebAssembly.Module(bytesOf(code));
  return new WebAssembly.Instance(module, { env: { memory } }).exports as T;
}

/** Addresses of blocks that follow one another, in bytes; the memory grows until they fit. */
export function placeBlocks(memory: WebAssembly.Memory, sizes: readonly number[]): number[] {
  let end = firstAddress;
  const addresses = sizes.map((size) => {
    const address = end;
    end += Math.ceil(size / 16) * 16;
    return address;
  });
  const missing = Math.ceil((end - memory.buffer.byteLength) / bytesPerPage);
  if (missing > 0) memory.grow(missing);
  return addresses;
}

function bytesOf(code: string) {
  return Uint8Array.from(atob(code), (character) => character.charCodeAt(0));
}
