import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { venvPython } from "../../../scripts/setup/python.mjs";
import { withoutBrowser, withPage } from "./browser.fixture.mjs";
import { scratchFolder, writeNotebook } from "./notebook.fixture.mjs";

const folder = scratchFolder("chapter-page");
after(() => rmSync(folder, { recursive: true }));
const address = (file) => pathToFileURL(join(folder, file)).href;

const player = '<figure><figcaption>anger, s1</figcaption><audio controls src="data:,"></audio></figure>';

before(() => {
  for (const file of ["01_a.ipynb", "02_b.ipynb"]) {
    writeNotebook(join(folder, file), [
      'import { say } from "./a";\nimport {\n  show,\n} from "./b";\nsay(1);',
    ]);
    const notebook = JSON.parse(readFileSync(join(folder, file), "utf8"));
    notebook.cells[0].outputs = [
      { output_type: "display_data", metadata: {}, data: { "text/html": player } },
    ];
    const heading = (source, id) => ({ cell_type: "markdown", id, metadata: {}, source });
    notebook.cells.unshift(heading("# A chapter", "h1"), heading("## Who <b>speaks</b>?", "h2"));
    writeFileSync(join(folder, file), JSON.stringify(notebook));
  }
  const script = new URL("render.py", import.meta.url).pathname;
  const { status, stderr } = spawnSync(venvPython, [script, folder], { encoding: "utf8" });
  assert.equal(status, 0, stderr);
});

test("imports are folded, contents lead to the sections, and code stays as the reader chose", {
  skip: withoutBrowser,
}, async () => {
  await withPage(
    async (page) => {
      await page.goto(address("01_a.html"));
      const code = page.locator("details.code > .highlight");
      assert.equal((await code.innerText()).trim(), "say(1);");
      assert.equal(await page.locator("details.imports > .highlight").isVisible(), false);
      await page.getByText("contents", { exact: true }).click();
      await page.getByRole("link", { name: "Who speaks?" }).click();
      assert.match(page.url(), /#Who-/);
      await page.getByRole("button", { name: "hide code" }).click();
      assert.equal(await code.isVisible(), false);
      await page.goto(address("02_b.html"));
      await page.getByRole("button", { name: "show code" }).waitFor();
      assert.equal(await code.isVisible(), false, "the next chapter forgot the choice");
      await page.getByRole("button", { name: "show code" }).press("Enter");
      assert.equal(await code.isVisible(), true);
    },
    { viewport: { width: 390, height: 844 } },
  );
});

test("on paper stand captions for players, and code only where it was asked for", {
  skip: withoutBrowser,
}, async () => {
  await withPage(async (page) => {
    await page.goto(address("01_a.html"));
    await page.emulateMedia({ media: "print" });
    const code = page.locator("details.code > .highlight");
    assert.equal(await page.locator("audio").isVisible(), false);
    assert.equal(await page.getByText("anger, s1").isVisible(), true);
    assert.equal(await code.isVisible(), false);
    await page.evaluate(() => document.getElementById("toggle-code").click());
    await page.evaluate(() => document.getElementById("toggle-code").click());
    assert.equal(await code.isVisible(), true, "code that was asked for is not printed");
  });
});
