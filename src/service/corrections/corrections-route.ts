import type { FastifyInstance } from "fastify";
import type { Correction } from "../../lib/live/correction";
import { errorSchema } from "../error-reply";
import type { Keeping } from "./keeping";

/** Of a minute of sound at 48 kHz, twice over. */
const mostBytes = 12 * 2 ** 20;

export const keptSchema = {
  type: "object",
  description: "what is kept, and where; there only where the service keeps corrections",
  properties: {
    folder: { type: "string", description: "on the machine of the service" },
    recordings: { type: "integer" },
    speakers: { type: "integer" },
    emotions: { type: "integer" },
    train: { type: "string", description: "the command that trains on them" },
  },
} as const;

const text = { type: "string" } as const;

const schema = {
  summary: "Keep a corrected utterance",
  description: "A WAV file as the body, kept on the service's machine with what it is said to be.",
  querystring: {
    type: "object",
    required: ["emotion", "speaker"],
    properties: { emotion: text, speaker: text, predicted: { ...text, default: "" } },
  },
  response: { 200: keptSchema, "4xx": errorSchema, "5xx": errorSchema },
} as const;

/** `POST /v1/corrections`. */
export async function correctionsRoute(app: FastifyInstance, { store, train }: Keeping): Promise<void> {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("audio/wav", { parseAs: "buffer", bodyLimit: mostBytes }, (_request, body, done) =>
    done(null, body),
  );
  app.post<{ Querystring: Correction }>(
    "/v1/corrections",
    { schema, bodyLimit: mostBytes },
    async ({ body, query }) => ({ ...store.keep(new Uint8Array(body as Buffer), query), train }),
  );
}
