import assert from "node:assert/strict";
import { once } from "node:events";
import { connect } from "node:net";
import { join } from "node:path";
import { before, test } from "node:test";
import { projectRoot } from "../lib/disk/paths";
import { patience, StreamClient, serviceOf } from "./service.fixture";
import { type Service, startService } from "./start-service";

let service: Service;

before(async () => {
  service = await serviceOf("plain");
});

const get = async (path: string) => {
  const response = await fetch(service.url + path);
  return {
    status: response.status,
    type: response.headers.get("content-type") ?? "",
    text: await response.text(),
  };
};

test("it listens on this machine alone, on a free port", () => {
  assert.match(service.url, /^http:\/\/127\.0\.0\.1:[1-9]\d+$/);
});

test("it lives, it is ready, and it shows the model's card", async () => {
  assert.equal((await get("/healthz")).text, '{"status":"ok"}');
  assert.equal((await get("/readyz")).text, '{"status":"ready"}');
  const model = JSON.parse((await get("/v1/model")).text);
  assert.deepEqual(model.labels, ["anger", "neutral", "sadness"]);
  assert.equal(model.featureSet, "plain-v1");
  assert.equal(model.facts.corpus.recordings, 12);
  assert.match(model.card, /^# logistic on plain-v1[\s\S]*## Limits/);
});

test("the page and the documentation ask for nothing from outside", async () => {
  const [page, docs] = [await get("/"), await get("/docs/static/index.html")];
  assert.match(page.type, /text\/html/);
  for (const { status, text } of [page, docs]) {
    assert.equal(status, 200);
    assert.doesNotMatch(text, /(src|href)="(https?:)?\/\//);
  }
});

test("the page runs its own scripts only, and carries the notices of what is in them", async () => {
  const { text } = await get("/");
  assert.match(text, /script-src 'self' 'wasm-unsafe-eval';/);
  assert.equal((await get("/capture-worklet.js")).status, 200);
  assert.match((await get("/NOTICES.txt")).text, /== mpg123-decoder /);
});

test("under a base path page, documentation and calls work, with the path or without it", async () => {
  const { url } = await serviceOf("plain", {}, { basePath: "/lab/emotion/" });
  for (const prefix of ["", "/lab/emotion"]) {
    for (const path of ["", "/", "/page.js", "/docs", "/docs/", "/docs/static/swagger-ui.css", "/healthz"])
      assert.equal((await fetch(url + prefix + path)).status, 200, prefix + path);
  }
  assert.equal((await fetch(`${url}/lab/emotions/healthz`)).status, 404);
  const page = await (await fetch(`${url}/lab/emotion`)).text();
  assert.match(page, /<base href="\/lab\/emotion\/">/);
  const { servers } = await (await fetch(`${url}/lab/emotion/docs/json`)).json();
  assert.deepEqual(servers, [{ url: "/lab/emotion" }]);
  const stream = await StreamClient.started(`${url}/lab/emotion`);
  await stream.stop();
  assert.equal((await stream.closed).code, 1000);
  const docs = await (await fetch(`${url}/lab/emotion/docs`)).text();
  assert.match(docs, /href="\/lab\/emotion\/docs\/static\/swagger-ui.css"/);
});

test("a base path that is none is refused", async () => {
  for (const basePath of ["emotion", "/a b", "/<b>", "//x"])
    await assert.rejects(serviceOf("plain", {}, { basePath }), /must be \/ or a path such as/);
});

test("the token stands in no log, whatever a caller does with it", async (t) => {
  const { url } = await serviceOf("plain", {}, { token: "s3cret" });
  const logged: unknown[] = [];
  for (const log of ["log", "error", "warn", "info"] as const)
    t.mock.method(console, log, (...words: unknown[]) => logged.push(...words));
  for (const path of [
    "/v1/model?token=s3cret",
    "/none?token=s3cret",
    "/v1/stream?token=s3cret",
    "/?token=s3cret",
  ])
    await (await fetch(url + path, { headers: { authorization: "Bearer s3cret" } })).text();
  await (await fetch(`${url}/v1/recordings?token=s3cret`, { method: "POST", body: "s3cret" })).text();
  assert.doesNotMatch(logged.map(String).join(), /s3cret/);
});

test("OpenAPI describes every route", async () => {
  const { paths } = JSON.parse((await get("/docs/json")).text);
  for (const path of ["/v1/recordings", "/v1/stream", "/v1/model", "/healthz", "/readyz", "/metrics"]) {
    assert.ok(Object.values<{ summary?: string }>(paths[path])[0].summary, path);
  }
  assert.ok(paths["/v1/recordings"].post.requestBody, "the body of a recording");
});

test("OpenAPI asks for the token where there is one", async () => {
  const { url } = await serviceOf("plain", {}, { token: "s3cret" });
  const { components, security } = await (await fetch(`${url}/docs/json`)).json();
  assert.deepEqual(components.securitySchemes, { token: { type: "http", scheme: "bearer" } });
  assert.deepEqual(security, [{ token: [] }]);
  assert.equal(JSON.parse((await get("/docs/json")).text).security, undefined);
});

test("metrics tell of streams, windows, latency, recordings and the event loop", async () => {
  const stream = await StreamClient.started(service.url);
  const { text } = await get("/metrics");
  await stream.stop();
  assert.match(text, /^ser_streams_open 1$/m);
  for (const name of [
    "ser_windows_total",
    "ser_event_latency_seconds_bucket",
    "nodejs_eventloop_lag_seconds",
  ]) {
    assert.ok(text.includes(`\n${name}`), name);
  }
});

test("what is not there: 404; a WebSocket asked for as a page: 426; in the form of every error", async () => {
  const missing = await get("/v1/nothing?token=secret");
  assert.deepEqual(JSON.parse(missing.text), {
    statusCode: 404,
    error: "Not Found",
    message: "there is no GET /v1/nothing",
  });
  assert.equal((await get("/v1/stream")).status, 426);
  const stranger = new StreamClient(`${service.url}/elsewhere`);
  await assert.rejects(stranger.opened(), /404/);
});

test("a request that trickles in does not hold the end up", patience, async (t) => {
  const { url, close } = await serviceOf("plain");
  const { hostname, port } = new URL(url);
  const client = connect(Number(port), hostname).on("error", () => {});
  client.write(`POST /v1/recordings HTTP/1.1\r\nHost: ${hostname}\r\nContent-Type: audio/wav\r\n`);
  client.write("Content-Length: 1000\r\nExpect: 100-continue\r\n\r\n");
  await once(client, "data");
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const closed = close();
  t.mock.timers.tick(10_000);
  await closed;
  client.destroy();
});

test("a model that is not there, and a port in use, are told in one sentence", async () => {
  const module = join(projectRoot, "src/lib/loading/load-speech-model.ts");
  await assert.rejects(startService({ model: { module, folder: "nowhere" } }), {
    name: "InputError",
    message: /nowhere\/model.json does not exist/,
  });
  const port = Number(new URL(service.url).port);
  await assert.rejects(serviceOf("plain", {}, { port }), {
    name: "InputError",
    message: `port ${port} of 127.0.0.1 is in use; choose another with --port`,
  });
  await assert.rejects(serviceOf("plain", {}, { port: 70000 }), {
    name: "InputError",
    message: "port=70000 must be from 0 to 65535",
  });
});

test("only /v1/stream upgrades: other paths are refused at once, without a handshake", patience, async () => {
  const { url } = await serviceOf("plain", {}, { token: "secret" });
  const { hostname, port } = new URL(url);
  for (const path of ["/", "/healthz", "/docs", "/docs/json", "/v1/model", "/nowhere", "/v1/stream"]) {
    const socket = connect(Number(port), hostname);
    socket.write(
      `GET ${path} HTTP/1.1\r\nHost: ${hostname}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
    );
    let answer = "";
    socket.on("data", (data) => {
      answer += data;
    });
    await once(socket, "close");
    assert.match(answer, path.startsWith("/v1/") ? /^HTTP\/1.1 40[14] / : /^HTTP\/1.1 404 /);
  }
});

test("a service that stops ends connections that neither send nor close", patience, async () => {
  const own = await serviceOf("plain", { maxDrainSeconds: 0.5 });
  const { hostname, port } = new URL(own.url);
  const half = connect(Number(port), hostname).resume();
  half.on("error", () => {});
  half.write(`POST /v1/recordings HTTP/1.1\r\nHost: ${hostname}\r\nContent-Type: audio/wav\r\n`);
  half.write("Content-Length: 5\r\n\r\nRI");
  const stream = await StreamClient.started(own.url);
  stream.socket.pause(); // it will not answer the close
  const closed = once(half, "close");
  await own.close();
  await closed;
  stream.socket.terminate();
});
