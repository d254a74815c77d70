import type { Socket } from "node:net";
import { availableParallelism } from "node:os";
import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import Fastify, { type FastifyInstance } from "fastify";
import { InputError } from "../lib/check";
import { syntheticMark } from "../lib/models/saved/synthetic-mark";
import { allowOrigins } from "./allow-origins";
import { checkBasePath, withinBasePath } from "./base-path";
import { BusyError } from "./busy-error";
import { correctionsRoute } from "./corrections/corrections-route";
import { checkKeeping, type Keeping, keepingOf } from "./corrections/keeping";
import { HttpError, replyWithErrors } from "./error-reply";
import { createGuard, type Guard } from "./guard";
import { modelRoute } from "./model-route";
import { recordingsRoute } from "./recordings/recordings-route";
import { ServiceMetrics } from "./service-metrics";
import { defaultLimits, type ServiceOptions } from "./service-options";
import { buildPage } from "./site/build-page";
import type { PageFile } from "./site/page-file";
import { type StreamContext, speakWebSocket, streamRoute } from "./streams/stream-route";
import type { StreamSession } from "./streams/stream-session";
import type { ServedModel } from "./threads/analysis-messages";
import { AnalysisPool } from "./threads/analysis-pool";

/** A service that runs. */
export interface Service {
  /** Such as "http://127.0.0.1:8080". */
  readonly url: string;
  /**
   * Gives streams their last events, closes them with 1001, ends recordings that are in work, and
   * stops.
   */
  close(): Promise<void>;
}

const maxThreads = 4;

/**
 * Serves a saved model: `POST /v1/recordings`, the WebSocket `GET /v1/stream`, `GET /v1/model`, the
 * page at `/`, OpenAPI at `/docs`, `/healthz`, `/readyz` and `/metrics`. Sound is never
 * logged, and kept only where `corrections` names a folder.
 *
 * @throws InputError where the model cannot be loaded or the port cannot be had
 * @example
 * const service = await startService({ model: { folder: "models/mine" }, port: 8080 });
 * service.url // "http://127.0.0.1:8080"
 */
export async function startService(options: ServiceOptions): Promise<Service> {
  const basePath = checkBasePath(options.basePath ?? "");
  const { host = "127.0.0.1", port = 0, token, origins = [] } = options;
  const { threads = Math.min(availableParallelism(), maxThreads) } = options;
  checkKeeping(options);
  const limits = { ...defaultLimits, ...options.limits };
  const guard = createGuard({ host, token, origins });
  const pool = new AnalysisPool(options.model, threads, limits);
  const app = Fastify({
    forceCloseConnections: "idle",
    requestTimeout: limits.maxUploadSeconds * 1000,
    rewriteUrl: ({ url = "/" }) => withinBasePath(url, basePath),
  });
  const sockets = openSockets(app);
  const sessions = new Set<StreamSession>();
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= stop({ app, sockets, sessions, pool, drainSeconds: limits.maxDrainSeconds });
    return closing;
  };
  try {
    const [model, page] = await Promise.all([pool.model(), builtPage()]);
    const mark = syntheticMark(model.facts);
    const context = { pool, limits, metrics: new ServiceMetrics(pool), sessions, mark };
    await speakWebSocket(app, limits.maxMessageBytes);
    replyWithErrors(app);
    allowOrigins(app, origins);
    await describe(app, token !== undefined, basePath);
    servePage(app, page, basePath);
    const isClosing = () => closing !== undefined;
    addHealthRoutes(app, pool, isClosing);
    await app.register(async (routes) => {
      routes.addHook("onRequest", async ({ headers }) => letIn(guard(headers), isClosing()));
      await addRoutes(routes, model, context, keepingOf(options.corrections, model));
    });
    return { url: await app.listen({ host, port }), close };
  } catch (error) {
    await close();
    throw listenError(error, host, port);
  }
}

const stopping = "the service is stopping";

/** @throws HttpError for who is not let in, BusyError while the service stops */
function letIn(refusal: ReturnType<Guard>, isClosing: boolean): void {
  if (refusal) throw new HttpError(refusal.statusCode, refusal.message);
  if (isClosing) throw new BusyError(stopping);
}

function addHealthRoutes(app: FastifyInstance, pool: AnalysisPool, isClosing: () => boolean): void {
  app.get("/healthz", { schema: { summary: "Whether the process lives" } }, async () => ({ status: "ok" }));
  app.get("/readyz", { schema: { summary: "Whether it takes work" } }, async () => {
    if (isClosing()) throw new BusyError(stopping);
    if (!pool.isReady) throw new BusyError("an analysis thread died and could not be started again");
    return { status: "ready" };
  });
}

/** What tells of the model, or gives it work. */
async function addRoutes(
  app: FastifyInstance,
  model: ServedModel,
  context: StreamContext,
  keeping: Keeping | undefined,
): Promise<void> {
  const { registry } = context.metrics;
  modelRoute(app, model, keeping);
  if (keeping) await app.register((routes) => correctionsRoute(routes, keeping));
  streamRoute(app, context);
  await app.register((routes) => recordingsRoute(routes, context));
  app.get("/metrics", { schema: { summary: "Prometheus metrics" } }, async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  );
}

let page: Promise<PageFile[]> | undefined;

/** Built once per process. */
function builtPage(): Promise<PageFile[]> {
  page ??= buildPage();
  return page;
}

/** What has to end when the service stops. */
interface Running {
  readonly app: FastifyInstance;
  readonly sockets: ReadonlySet<Socket>;
  readonly sessions: ReadonlySet<StreamSession>;
  readonly pool: AnalysisPool;
  readonly drainSeconds: number;
}

/** All connections, the upgraded ones among them, which HTTP forgets. */
function openSockets(app: FastifyInstance): ReadonlySet<Socket> {
  const sockets = new Set<Socket>();
  app.server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  return sockets;
}

async function stop({ app, sockets, sessions, pool, drainSeconds }: Running): Promise<void> {
  const impatience = setTimeout(() => {
    void pool.close();
    // bodies that trickle in, streams that do not answer, upgrades that are half done
    for (const socket of sockets) socket.destroy();
  }, drainSeconds * 1000);
  await Promise.all([...sessions].map((session) => session.drain()));
  await app.close();
  clearTimeout(impatience);
  await pool.close();
}

async function describe(app: FastifyInstance, asksForToken: boolean, basePath: string): Promise<void> {
  const token = { securitySchemes: { token: { type: "http", scheme: "bearer" } } } as const;
  await app.register(swagger, {
    openapi: {
      info: {
        title: "Speech Emotion Notebooks",
        version: "1",
        description: "Recognises emotions in speech.",
      },
      servers: [{ url: basePath || "/" }],
      ...(asksForToken && { components: token, security: [{ token: [] }] }),
    },
  });
  await app.register(swaggerUi, { routePrefix: "/docs", indexPrefix: basePath, staticCSP: docsPolicy });
}

/** Not the plugin's own policy, which sends a page without TLS to one with it. */
const docsPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'";

/**
 * The page finds the service from its own address, which under a base path may lack the slash at
 * its end.
 */
function servePage(app: FastifyInstance, page: readonly PageFile[], basePath: string): void {
  const base = basePath && `\n<base href="${basePath}/">`;
  for (const file of page) {
    const { path, contentType } = file;
    const body = path === "/" ? String(file.body).replace('<meta charset="utf-8">', `$&${base}`) : file.body;
    app.get(path, { schema: { hide: true } }, async (_request, reply) => reply.type(contentType).send(body));
  }
}

function listenError(error: unknown, host: string, port: number): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === "EADDRINUSE")
    return new InputError(`port ${port} of ${host} is in use; choose another with --port`);
  if (code === "EACCES")
    return new InputError(`port ${port} of ${host} may not be used; choose one above 1023`);
  if (code === "ERR_SOCKET_BAD_PORT") return new InputError(`port=${port} must be from 0 to 65535`);
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
    return new InputError(`host ${host} is no address of this machine`);
  }
  return error;
}
