import assert from "node:assert/strict";
import { test } from "node:test";
import { createGuard } from "./guard";
import { StreamClient, serviceOf } from "./service.fixture";

const open = createGuard({ host: "127.0.0.1", token: undefined, origins: ["https://lab.example"] });
const host = "127.0.0.1:8080";

test("programs, the service's own page and listed origins are let in", () => {
  assert.equal(open({ host }), undefined);
  assert.equal(open({ host, origin: "http://127.0.0.1:8080" }), undefined);
  assert.equal(open({ host: "localhost:8080", origin: "http://localhost:8080" }), undefined);
  assert.equal(open({ host: "[::1]:8080", origin: "http://[::1]:8080" }), undefined);
  assert.equal(open({ host, origin: "https://lab.example" }), undefined);
  assert.equal(open({ host: "lab.example", origin: "https://lab.example" }), undefined);
});

test("host names are the same in capitals", () => {
  assert.equal(open({ host: "LocalHost:8080", origin: "http://localhost:8080" }), undefined);
  assert.equal(open({ host: "Lab.Example", origin: "https://lab.example" }), undefined);
  assert.equal(
    createGuard({ host: "MyHost", token: undefined, origins: [] })({ host: "myhost:80" }),
    undefined,
  );
});

test("other pages are not, nor is a foreign name that leads here", () => {
  for (const origin of ["https://evil.example", "null", "http://127.0.0.1:9090", "http://127.0.0.1"]) {
    assert.equal(open({ host, origin })?.statusCode, 403);
  }
  assert.match(
    open({ host: "evil.example", origin: "http://evil.example" })?.message ?? "",
    /host evil.example/,
  );
  assert.equal(open({})?.statusCode, 403);
});

test("a token is asked for in the header, or among the sub-protocols", () => {
  const guard = createGuard({ host, token: "s3cret", origins: [] });
  assert.equal(guard({ host, authorization: "Bearer s3cret" }), undefined);
  assert.equal(guard({ host, "sec-websocket-protocol": "bearer, s3cret" }), undefined);
  for (const headers of [
    {},
    { authorization: "Bearer wrong" },
    { authorization: "Basic s3cret" },
    { authorization: "Bearer s3cret and more" },
    { "sec-websocket-protocol": "s3cret" },
    { "sec-websocket-protocol": "bearer" },
    { "sec-websocket-protocol": "bearer, wrong" },
  ]) {
    assert.equal(guard({ host, ...headers })?.statusCode, 401);
  }
});

test("a token that a browser could not send is refused at the start", () => {
  assert.throws(() => createGuard({ host, token: "a b", origins: [] }), /letters, digits/);
  assert.throws(() => createGuard({ host, token: "", origins: [] }), /letters, digits/);
});

test("an origin is a scheme and a host, no more and no less", () => {
  for (const origin of ["example", "https://lab.example/", "https://lab.example/page"]) {
    assert.throws(
      () => createGuard({ host, token: undefined, origins: [origin] }),
      /must be a scheme and a host/,
    );
  }
});

test("over the wire: 401 without the token, 403 from other pages; what tells nothing of the model stays open", async () => {
  const { url } = await serviceOf("plain", {}, { token: "s3cret" });
  const authorization = "Bearer s3cret";
  for (const path of ["/v1/model", "/metrics", "/v1/stream"]) {
    const refused = await fetch(url + path);
    assert.equal(refused.status, 401);
    assert.equal(refused.headers.get("www-authenticate"), "Bearer");
    assert.notEqual((await fetch(url + path, { headers: { authorization } })).status, 401);
    const foreign = await fetch(url + path, { headers: { authorization, origin: "https://evil.example" } });
    assert.equal(foreign.status, 403);
  }
  for (const path of ["/", "/healthz", "/readyz"]) assert.equal((await fetch(url + path)).status, 200);
  await assert.rejects(new StreamClient(url).opened(), /401/);
  await assert.rejects(new StreamClient(url, [], { origin: "https://evil.example" }).opened(), /40[13]/);
  const byProtocol = await new StreamClient(url, ["bearer", "s3cret"]).opened();
  assert.equal(byProtocol.socket.protocol, "bearer");
  const byHeader = await new StreamClient(url, [], { headers: { authorization } }).opened();
  for (const { socket } of [byProtocol, byHeader]) socket.close();
});

test("over the wire: pages of a listed origin may ask first, and read the answers", async () => {
  const origin = "https://lab.example";
  const { url } = await serviceOf("plain", {}, { token: "s3cret", origins: [origin] });
  const allowed = ({ headers }: Response) => headers.get("access-control-allow-origin");
  const preflight = (from: string) =>
    fetch(`${url}/v1/recordings`, {
      method: "OPTIONS",
      headers: { origin: from, "access-control-request-method": "POST" },
    });
  const asked = await preflight(origin);
  assert.deepEqual([asked.status, allowed(asked)], [204, origin]);
  assert.equal(asked.headers.get("access-control-allow-methods"), "GET, POST");
  assert.equal(asked.headers.get("access-control-allow-headers"), "authorization, content-type");
  const headers = { origin, authorization: "Bearer s3cret" };
  const model = await fetch(`${url}/v1/model`, { headers });
  assert.deepEqual([model.status, allowed(model), model.headers.get("vary")], [200, origin, "origin"]);
  const refused = await fetch(`${url}/v1/model`, { headers: { origin } });
  assert.deepEqual([refused.status, allowed(refused)], [401, origin]);
  assert.equal(allowed(await preflight("https://evil.example")), null);
  const evil = await fetch(`${url}/v1/model`, { headers: { ...headers, origin: "https://evil.example" } });
  assert.deepEqual([evil.status, allowed(evil)], [403, null]);
});
