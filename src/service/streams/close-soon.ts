import type { WebSocket } from "ws";
import type { CloseCode } from "./close-code";

/** A close frame's reason has room for so much, RFC 6455, section 5.5. */
const REASON_BYTES = 123;
/** How long a client may take to answer a close before its connection is cut. */
const CLOSE_SECONDS = 2;

/** Closes a connection, and cuts it where the other side does not answer. */
export function closeSoon(socket: WebSocket, code: CloseCode, message: string): void {
  socket.close(code, message.replace(/[^ -~]/g, "?").slice(0, REASON_BYTES));
  setTimeout(() => socket.terminate(), CLOSE_SECONDS * 1000).unref();
}
