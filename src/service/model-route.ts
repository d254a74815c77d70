import type { FastifyInstance } from "fastify";
import { keptSchema } from "./corrections/corrections-route";
import type { Keeping } from "./corrections/keeping";
import { errorSchema } from "./error-reply";
import type { ServedModel } from "./threads/analysis-messages";

const model = {
  model: { type: "string", description: "its kind, such as svm-linear" },
  labels: { type: "array", items: { type: "string" }, description: "the emotions that it knows" },
  featureSet: { type: "string" },
  normalize: { type: "string", enum: ["train", "speaker", "clustered"] },
  facts: {
    type: "object",
    description: "what it was trained on and what it reached on speakers that it had not heard",
    additionalProperties: true,
  },
  card: { type: "string", description: "the card in Markdown, with its limits" },
} as const;

const others = {
  type: "array",
  description: "models that answer beside it",
  items: { type: "object", properties: { name: { type: "string" }, ...model } },
} as const;

const schema = {
  summary: "The model's card",
  response: {
    200: { type: "object", properties: { ...model, others, corrections: keptSchema } },
    "4xx": errorSchema,
  },
} as const;

/** `GET /v1/model`. */
export function modelRoute(app: FastifyInstance, served: ServedModel, keeping?: Keeping): void {
  app.get("/v1/model", { schema }, async () => ({
    ...served,
    ...(keeping && { corrections: { ...keeping.store.kept, train: keeping.train } }),
  }));
}
