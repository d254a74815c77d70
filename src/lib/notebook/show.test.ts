import assert from "node:assert/strict";
import { test } from "node:test";
import { displayed } from "./displayed.fixture";
import { show } from "./show";

const figure = {
  data: [{ y: [1, 3, 2] }],
  layout: { width: 320, height: 200 },
  alt: "Three points, the second highest",
};

test("a figure is one output: Plotly's JSON as an object, a picture of the same size, and words", async () => {
  const [{ data, metadata }, ...rest] = await displayed(() => show(figure));
  assert.equal(rest.length, 0);
  const bundle: unknown = data["application/vnd.plotly.v1+json"];
  const { config, ...drawn } = bundle as Record<string, unknown>;
  assert.deepEqual(drawn, { data: figure.data, layout: figure.layout });
  assert.deepEqual(config, { showSendToCloud: false, plotlyServerURL: "" }, "no button uploads a figure");
  assert.equal(Buffer.from(data["image/png"], "base64").subarray(1, 4).toString(), "PNG");
  assert.deepEqual(metadata["image/png"], { width: 320, height: 200, alt: figure.alt });
  assert.equal(data["text/plain"], "[Three points, the second highest]");
  assert.equal(data["text/html"], undefined);
});
