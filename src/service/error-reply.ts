import type { FastifyError, FastifyInstance } from "fastify";
import { InputError } from "../lib/check";
import { BusyError } from "./busy-error";

/** Every error's body: the status, its name, and one sentence. */
export const errorSchema = {
  type: "object",
  required: ["statusCode", "error", "message"],
  properties: {
    statusCode: { type: "integer" },
    error: { type: "string", description: "the status in words" },
    message: { type: "string", description: "one sentence: what is wrong" },
  },
} as const;

/** A refusal with its status. */
export class HttpError extends Error {
  constructor(
    readonly statusCode: number,
    message: string,
  ) {
    super(message);
  }
}

const names: Readonly<Record<number, string>> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  408: "Request Timeout",
  413: "Content Too Large",
  415: "Unsupported Media Type",
  422: "Unprocessable Content",
  426: "Upgrade Required",
  500: "Internal Server Error",
  503: "Service Unavailable",
};

/** What `errorSchema` describes. */
export function errorBody(statusCode: number, message: string) {
  return { statusCode, error: names[statusCode] ?? "Error", message };
}

/** Every error as JSON; what is the service's own fault is told without its insides. */
export function replyWithErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, _request, reply) => {
    const statusCode = statusOf(error);
    if (statusCode >= 500 && !(error instanceof BusyError)) console.error(error);
    const message = statusCode === 500 ? "the service failed; the fault is its own" : error.message;
    if (statusCode === 503)
      reply.header("retry-after", error instanceof BusyError ? error.retryAfterSeconds : 1);
    if (statusCode === 401) reply.header("www-authenticate", "Bearer");
    return reply.code(statusCode).send(errorBody(statusCode, message));
  });
  app.setNotFoundHandler((request) => {
    throw new HttpError(404, `there is no ${request.method} ${request.url.split("?")[0]}`);
  });
}

function statusOf(error: FastifyError): number {
  if (error instanceof InputError) return 422;
  if (error instanceof BusyError) return 503;
  return error.statusCode ?? 500;
}
