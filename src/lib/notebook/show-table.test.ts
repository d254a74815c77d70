import assert from "node:assert/strict";
import { test } from "node:test";
import { displayed } from "./displayed.fixture";
import { type ShowTableOptions, showTable } from "./show-table";

async function shown(rows: Parameters<typeof showTable>[0], options?: ShowTableOptions) {
  const [{ data }] = await displayed(() => showTable(rows, options));
  return { html: data["text/html"], plain: data["text/plain"] };
}

test("numbers stand right-aligned with three digits, whole ones without, and text is escaped", async () => {
  const { html, plain } = await shown([
    { model: "<svm>", uar: 0.71234, recordings: 4 },
    { model: "mlp", uar: 0.5, recordings: 12 },
  ]);
  assert.equal(
    plain,
    ["model    uar  recordings", "<svm>  0.712           4", "mlp    0.500          12"].join("\n"),
  );
  assert.match(html, /text-align:right">0\.712</);
  assert.match(html, /text-align:left">&lt;svm&gt;</);
});

test("a DataFrame of danfojs is a table, too", async () => {
  const { plain } = await shown({ columns: ["a", "b"], values: [[1, "x"]] });
  assert.equal(plain, "a  b\n1  x");
});

test("a long table is cut, and says by how much", async () => {
  const { html, plain } = await shown([{ n: 1 }, { n: 2 }, { n: 3 }], { maxRows: 1, caption: "Counts" });
  assert.equal(plain, "Counts\nn\n1\n2 more rows");
  assert.match(html, /2 more rows/);
});

test("a value that a row lacks leaves an empty cell", async () => {
  assert.equal((await shown([{ a: 1 }, { b: 2 }])).plain, "a  b\n1\n   2");
});

test("only long texts may take several lines; numbers and short texts stay whole", async () => {
  const long = "voice-v1+librosa-v1 logistic, by speaker";
  const { html } = await shown([{ run: long, emotion: "anger", uar: 0.5 }]);
  const styleOf = (text: string) =>
    html.match(new RegExp(`<td style="([^"]*)">${text.replace("+", "\\+")}<`))?.[1];
  assert.match(styleOf(long) ?? "", /min-width/);
  for (const text of ["anger", "0.500"]) assert.match(styleOf(text) ?? "", /nowrap/);
});

test("a head may break after an underscore or a space, and its numbers stay whole", async () => {
  const { html, plain } = await shown([{ "mean <F0>_semitones": 0.5 }]);
  const [, style, head] = html.match(/<th scope="col" style="([^"]*)">(.*)<\/th>/)!;
  assert.equal(head, "mean &lt;F0&gt;_<wbr>semitones");
  assert.doesNotMatch(style, /nowrap/);
  assert.equal(plain, "mean <F0>_semitones\n              0.500");
});
