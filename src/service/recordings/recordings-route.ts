import type { Readable } from "node:stream";
import multipart from "@fastify/multipart";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { BusyError } from "../busy-error";
import { errorBody, errorSchema, HttpError } from "../error-reply";
import type { SessionContext } from "../streams/session-context";
import { collectBody } from "./collect-body";
import { RecordingQueue } from "./recording-queue";
import { Uploads } from "./uploads";

const probabilities = {
  type: "object",
  description: "by emotion; they sum to 1",
  additionalProperties: { type: "number" },
} as const;

const decision = {
  type: { type: "string" },
  startSeconds: { type: "number" },
  endSeconds: { type: "number" },
  probabilities,
  emotion: { type: "string", nullable: true, description: 'null is "not sure"' },
} as const;

const voice = {
  type: "object",
  description: "how it was said; it does not explain the decision",
  properties: {
    levelDb: { type: "number", description: "of full scale" },
    pitchHz: { type: "number" },
    syllablesPerSecond: { type: "number" },
    comparison: { type: "string", description: "with the utterances before, in words" },
  },
} as const;

const others = {
  type: "array",
  description: "what the models beside the first one decide",
  items: {
    type: "object",
    properties: {
      model: { type: "string", description: "its name" },
      emotion: decision.emotion,
      probabilities,
      synthetic: { type: "boolean" },
    },
  },
} as const;

const utterance = {
  ...decision,
  others,
  voice,
  speakerUtterances: {
    type: "integer",
    description: "of this voice, that a model normalised by speaker has learned so far",
  },
} as const;

const resultSchema = {
  type: "object",
  properties: {
    sampleRate: { type: "number", description: "of the file, in Hz" },
    durationSeconds: { type: "number" },
    emotion: {
      type: "string",
      nullable: true,
      description: "of the whole recording, as `ser predict` answers; null where there is nothing to judge",
    },
    probabilities: { ...probabilities, nullable: true },
    unlike: {
      type: "number",
      description: "how far the sound is from what the model learned from: 0 within, 1 from where it is told",
    },
    differences: { type: "array", items: { type: "string" }, description: "the same in words" },
    synthetic: { type: "boolean", description: "true where the model learned from synthetic voices" },
    note: { type: "string", description: "the same as a sentence" },
    reason: { type: "string", description: "why there is no emotion: no speech found, too short to judge" },
    others,
    utterances: { type: "array", items: { type: "object", properties: utterance } },
    windows: {
      type: "array",
      items: { type: "object", properties: { ...decision, smoothed: probabilities } },
    },
  },
} as const;

const bytesSchema = { schema: { type: "string", format: "binary" } } as const;

const schema = {
  summary: "Recognise a recording",
  description:
    "The file (WAV, FLAC, MP3 or OGG) as the body, or as the one file of a form. It is kept nowhere.",
  body: {
    content: {
      "audio/*": bytesSchema,
      "application/ogg": bytesSchema,
      "video/ogg": bytesSchema,
      "application/octet-stream": bytesSchema,
      "multipart/form-data": {
        schema: { type: "object", properties: { file: { type: "string", format: "binary" } } },
      },
    },
  },
  response: { 200: resultSchema, "4xx": errorSchema, "5xx": errorSchema },
} as const;

/** Bytes are no JSON that a schema could check. */
const takesBytes = () => () => true;

/** `POST /v1/recordings`. */
export async function recordingsRoute(
  app: FastifyInstance,
  { pool, limits, metrics, mark }: SessionContext,
): Promise<void> {
  app.removeAllContentTypeParsers(); // no text, no JSON
  await app.register(multipart, { limits: { fileSize: limits.maxBodyBytes, files: 1, fields: 8, parts: 9 } });
  for (const contentType of [/^audio\//, "application/ogg", "video/ogg", "application/octet-stream"]) {
    app.addContentTypeParser(
      contentType,
      { bodyLimit: limits.maxBodyBytes },
      ({ headers }: FastifyRequest, payload: Readable) =>
        collectBody(payload, Number(headers["content-length"]), limits.maxBodyBytes),
    );
  }
  app.addContentTypeParser("*", ({ headers }, _payload, done) => done(refusedType(headers["content-type"])));
  const uploads = new Uploads(limits);
  const queue = new RecordingQueue(limits.maxRecordings);
  const arrivals = new WeakMap<FastifyRequest, () => void>();
  app.addHook("onRequest", async (request, reply) => {
    queue.check(); // before a body is read
    const arrived = uploads.begin(request.raw.socket, (why) => dropUpload(reply, why));
    arrivals.set(request, arrived);
    reply.raw.once("close", arrived);
  });
  app.addHook("onResponse", async (_request, reply) => metrics.recordings.inc({ status: reply.statusCode }));
  app.post(
    "/v1/recordings",
    { schema, validatorCompiler: takesBytes, bodyLimit: limits.maxBodyBytes },
    async (request, reply) => {
      const bytes = await fileOf(request);
      arrivals.get(request)?.();
      if (reply.raw.destroyed) throw new BusyError("nobody waits for the recording");
      const result = await queue.hold(() => pool.recognize(bytes, () => !reply.raw.destroyed));
      return { ...result, ...mark };
    },
  );
}

/** Answers while the body still comes, and ends the connection. */
function dropUpload(reply: FastifyReply, why: string): void {
  if (reply.sent) return;
  reply.hijack();
  const headers = { "content-type": "application/json; charset=utf-8", connection: "close" };
  reply.raw.writeHead(408, headers).end(JSON.stringify(errorBody(408, why)));
}

function refusedType(contentType: string | undefined): HttpError {
  const types = "audio/*, application/ogg, video/ogg, application/octet-stream or multipart/form-data";
  return new HttpError(415, `${contentType ?? "a body without a content type"} is not taken: send ${types}`);
}

async function fileOf(request: FastifyRequest): Promise<Uint8Array> {
  const bytes = request.isMultipart() ? await formFile(request) : (request.body as Buffer | undefined);
  if (bytes?.length) return bytes;
  throw new HttpError(400, "there is no recording: send the file as the body, or as the file of a form");
}

/** @throws HttpError 400 for a form that cannot be read; what is too large has its own status */
async function formFile(request: FastifyRequest): Promise<Uint8Array | undefined> {
  try {
    return await (await request.file())?.toBuffer();
  } catch (error) {
    if ((error as { statusCode?: number }).statusCode) throw error;
    throw new HttpError(400, `the form cannot be read: ${(error as Error).message}`);
  }
}
