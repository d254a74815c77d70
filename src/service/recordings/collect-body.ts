import type { Readable } from "node:stream";
import { HttpError } from "../error-reply";

/** Of a body whose length nobody tells, at first. */
const FIRST_BYTES = 2 ** 16;

/**
 * The bytes of a body in one buffer of its own. They are put into their place as they come: joined
 * at its end, a large body would be copied while everyone waits.
 *
 * @param told bytes, by its header; NaN where it does not say
 * @throws HttpError 413 above `most` bytes, 400 where the client goes away before its end
 */
export async function collectBody(body: Readable, told: number, most: number): Promise<Uint8Array> {
  let bytes = new Uint8Array(Number.isNaN(told) ? FIRST_BYTES : Math.min(told, most));
  let length = 0;
  for await (const chunk of whole(body)) {
    if (length + chunk.length > most) throw new HttpError(413, `a recording may have ${most} bytes`);
    if (length + chunk.length > bytes.length)
      bytes = grown(bytes, Math.min(most, 2 * (length + chunk.length)));
    bytes.set(chunk, length);
    length += chunk.length;
  }
  return length === bytes.length ? bytes : bytes.slice(0, length);
}

async function* whole(body: Readable): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } catch {
    throw new HttpError(400, "the recording did not arrive whole");
  }
}

function grown(bytes: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(length);
  larger.set(bytes);
  return larger;
}
