import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { venv } from "../../../scripts/setup/python.mjs";
import { root } from "../../../scripts/setup/step.mjs";
import { withoutBrowser, withPage } from "./browser.fixture.mjs";
import { jupyterEnvironment, startLab } from "./jupyter.fixture.mjs";
import { scratchFolder, writeNotebook } from "./notebook.fixture.mjs";

const folder = scratchFolder("jupyter");
after(() => rmSync(folder, { recursive: true }));

const chapter = "02_waveforms_and_spectrograms.ipynb";

/**
 * Executes a notebook of the scratch folder in place, as `jupyter execute` does: nbclient and the
 * kernelspec.
 */
function execute(name) {
  const args = ["--inplace", "--timeout=300", join(folder, name)];
  return spawnSync(join(venv, "bin", "jupyter-execute"), args, {
    env: jupyterEnvironment(folder),
    encoding: "utf8",
  });
}

test("a chapter runs through real Jupyter, in our kernel", () => {
  copyFileSync(join(root, "notebooks", chapter), join(folder, chapter));
  const { status, stderr } = execute(chapter);
  assert.equal(status, 0, stderr);
  const { cells } = JSON.parse(readFileSync(join(folder, chapter), "utf8"));
  const figures = cells.flatMap(({ outputs = [] }) => outputs).filter(({ data }) => data?.["image/png"]);
  assert.ok(figures.length >= 5, `${figures.length} figures`);
  assert.ok(figures.every(({ data }) => data["application/vnd.plotly.v1+json"].layout));
});

test("a cell that throws fails it there, too", () => {
  writeNotebook(join(folder, "throws.ipynb"), ['throw new Error("no such voice");']);
  assert.notEqual(execute("throws.ipynb").status, 0);
});

test("nbconvert executes a notebook into a page, with the error of a cell that throws", () => {
  const cells = ["const twice = 2 * 21;", 'console.log("twice:", twice);', 'throw new Error("no voice");'];
  const path = writeNotebook(join(folder, "convert.ipynb"), cells);
  const args = ["--execute", "--to=html", "--allow-errors", path];
  const { status, stderr } = spawnSync(join(venv, "bin", "jupyter-nbconvert"), args, {
    env: jupyterEnvironment(folder),
    encoding: "utf8",
  });
  assert.equal(status, 0, stderr);
  const page = readFileSync(join(folder, "convert.html"), "utf8");
  assert.match(page, /twice: 42/);
  assert.match(page, /no voice/);
});

test("JupyterLab: open the chapter, run all, and a spectrogram is on screen", {
  skip: withoutBrowser,
}, async () => {
  copyFileSync(join(root, "notebooks", chapter), join(folder, chapter));
  const token = "a-token-for-this-test";
  const lab = await startLab(folder, token);
  try {
    await withPage((page) => runInLab(page, `${lab.address}/lab/tree/${chapter}?token=${token}`), {
      viewport: { width: 1200, height: 12_000 },
    });
  } finally {
    await lab.stop();
  }
});

async function runInLab(page, address) {
  const patience = { timeout: 120_000 };
  await page.goto(address);
  await page.getByText("TypeScript (Speech Emotion) | Idle").waitFor(patience);
  await page.getByRole("menuitem", { name: "Run", exact: true }).click();
  await page.getByText("Run All Cells", { exact: true }).click();
  const cell = page.locator(".jp-CodeCell", { hasText: "spectrogramFigure([" });
  const picture = cell.locator(".jp-OutputArea-output img");
  await picture.waitFor(patience);
  assert.ok((await picture.evaluate((image) => image.naturalWidth)) > 600);
  await picture.hover({ force: true });
  await cell.locator(".js-plotly-plot .heatmaplayer image").first().waitFor(patience);
  assert.equal(await cell.locator('[data-title^="Share"]').count(), 0, "a figure offers to upload itself");
}
