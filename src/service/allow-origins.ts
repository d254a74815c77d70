import type { FastifyInstance } from "fastify";

/**
 * Lets pages of the listed origins read what is answered, errors included, and answers their
 * browsers' questions before a call (CORS preflights), which bear no token.
 */
export function allowOrigins(app: FastifyInstance, origins: readonly string[]): void {
  if (origins.length === 0) return;
  app.addHook("onRequest", async ({ method, headers }, reply) => {
    reply.header("vary", "origin");
    const { origin = "", "access-control-request-method": asked } = headers;
    if (!origins.includes(origin)) return;
    reply.header("access-control-allow-origin", origin);
    if (method !== "OPTIONS" || !asked) return;
    reply.header("access-control-allow-methods", "GET, POST");
    reply.header("access-control-allow-headers", "authorization, content-type");
    return reply.code(204).send();
  });
}
