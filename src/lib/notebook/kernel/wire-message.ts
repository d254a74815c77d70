import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";

/** What stands before every message's parts. */
const delimiter = "<IDS|MSG>";

/** The header of a message, as far as a kernel needs it; the rest is handed back as it came. */
export interface Header {
  readonly msg_id: string;
  readonly msg_type: string;
  readonly [more: string]: unknown;
}

/**
 * Of the requests that a kernel answers, what they may ask; each type of message has its own part.
 */
export interface RequestContent {
  readonly code: string;
  /** In characters from the beginning of `code`. */
  readonly cursor_pos: number;
  readonly silent?: boolean;
  readonly stop_on_error?: boolean;
  readonly restart?: boolean;
}

/** A message of Jupyter's protocol as it is on the wire. */
export interface WireMessage {
  /** The routing prefix: whom an answer goes to. */
  readonly identities: readonly Buffer[];
  readonly header: Header;
  readonly content: RequestContent;
}

/**
 * Reads a message.
 *
 * @throws Error where the signature is not the key's
 */
export function readMessage(key: string, frames: readonly Buffer[]): WireMessage {
  const at = frames.findIndex((frame) => frame.toString() === delimiter);
  const [signature, ...parts] = frames.slice(at + 1);
  const wanted = Buffer.from(sign(key, parts.slice(0, 4)));
  if (key && !(signature.length === wanted.length && timingSafeEqual(signature, wanted)))
    throw new Error("a message with a wrong signature");
  const [header, , , content] = parts.map((part) => (part.length > 0 ? JSON.parse(part.toString()) : {}));
  return { identities: frames.slice(0, at), header, content };
}

/** The frames of an answer of this type to `parent`. */
export function writeMessage(
  key: string,
  type: string,
  content: unknown,
  { identities, header: parent }: Pick<WireMessage, "identities" | "header">,
): (string | Buffer)[] {
  const header = {
    ...parent,
    msg_id: randomUUID(),
    msg_type: type,
    date: new Date().toISOString(),
    version: "5.4",
  };
  const parts = [header, parent, {}, content].map((part) => JSON.stringify(part));
  return [...identities, delimiter, sign(key, parts), ...parts];
}

function sign(key: string, parts: readonly (string | Buffer)[]): string {
  if (!key) return "";
  const hmac = createHmac("sha256", key);
  for (const part of parts) hmac.update(part);
  return hmac.digest("hex");
}
