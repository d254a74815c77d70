import websocket from "@fastify/websocket";
import type { FastifyInstance } from "fastify";
import { errorSchema, HttpError } from "../error-reply";
import { bearerProtocol } from "../guard";
import { closeCode } from "./close-code";
import { closeSoon } from "./close-soon";
import type { SessionContext } from "./session-context";
import { StreamSession } from "./stream-session";

const STREAM_PATH = "/v1/stream";

const schema = {
  summary: "Recognise a stream (WebSocket)",
  description:
    "A JSON start message, then binary samples; JSON events come back. PROTOCOL.md tells every message.",
  response: { "4xx": errorSchema },
} as const;

/**
 * Lets the service speak WebSocket. Registered before any other hook, so that a connection that a
 * hook refuses is ended, too.
 */
export async function speakWebSocket(app: FastifyInstance, maxMessageBytes: number): Promise<void> {
  await app.register(websocket, {
    // of a connection that frames too large or malformed broke, this ends what ws has begun to
    // close with its own code
    errorHandler: (_error, socket) => socket.close(closeCode.failure),
    options: {
      maxPayload: maxMessageBytes,
      handleProtocols: (offered) => (offered.has(bearerProtocol) ? bearerProtocol : false),
    },
    preClose: (done) => done(), // sessions are drained before
  });
  // every other path would shake hands before it says that it takes no streams
  app.addHook("onRequest", async ({ ws, routeOptions }) => {
    if (ws && routeOptions.url !== STREAM_PATH)
      throw new HttpError(404, `only ${STREAM_PATH} is a WebSocket`);
  });
}

/** What streams need of the service. */
export interface StreamContext extends SessionContext {
  /** Takes in every session as it opens, and loses it as it ends. */
  readonly sessions: Set<StreamSession>;
}

/** `GET /v1/stream`. */
export function streamRoute(app: FastifyInstance, context: StreamContext): void {
  app.route({
    method: "GET",
    url: STREAM_PATH,
    schema,
    handler: () => {
      throw new HttpError(426, "this is a WebSocket: connect with ws://, as PROTOCOL.md tells");
    },
    wsHandler: (socket) => {
      // connections without a stream count, too
      if (context.sessions.size >= 2 * context.limits.maxStreams) {
        closeSoon(socket, closeCode.busy, "too many connections");
        return socket.pause(); // what it sends meanwhile is not read
      }
      const session = new StreamSession(socket, context);
      context.sessions.add(session);
      socket.once("close", () => context.sessions.delete(session));
    },
  });
}
