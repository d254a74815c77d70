import websocket from "@fastify/websocket";
import type { FastifyInstance } from "fastify";
import { errorSchema, HttpError } from "./error-reply";
import { bearerProtocol } from "./guard";
import { type SessionContext, StreamSession } from "./stream-session";

const schema = {
  summary: "Recognise a stream (WebSocket)",
  description:
    "A JSON start message, then binary samples; JSON events come back. PROTOCOL.md tells every message.",
  response: { "4xx": errorSchema },
} as const;

/**
 * Lets the service speak WebSocket. Registered before any other hook, so that a connection that a hook refuses is ended, too.
 */
export async function speakWebSocket(app: FastifyInstance, maxMessageBytes: number): Promise<void> {
  await app.register(websocket, {
    // what breaks a connection (frames too large or malformed) ws has answered with its close code already
    errorHandler: (_error, socket) => socket.terminate(),
    options: {
      maxPayload: maxMessageBytes,
      handleProtocols: (offered) => (offered.has(bearerProtocol) ? bearerProtocol : false),
    },
    preClose: (done) => done(), // sessions are drained before
  });
}

/**
 * `GET /v1/stream`.
 *
 * @param sessions takes in every session as it opens, and loses it as it ends
 */
export function streamRoute(
  app: FastifyInstance,
  context: SessionContext & { readonly sessions: Set<StreamSession> },
): void {
  app.route({
    method: "GET",
    url: "/v1/stream",
    schema,
    handler: () => {
      throw new HttpError(426, "this is a WebSocket: connect with ws://, as PROTOCOL.md tells");
    },
    wsHandler: (socket) => {
      const session = new StreamSession(socket, context);
      context.sessions.add(session);
      socket.once("close", () => context.sessions.delete(session));
    },
  });
}
