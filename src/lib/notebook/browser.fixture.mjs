import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const require = createRequire(import.meta.url);
require("../jobs/typescript.cjs");
const { findBrowser } = require("./find-browser.ts");

/**
 * The browser that `BROWSER_PATH` names or that is on the PATH; tests that need one are skipped
 * without.
 */
export const browserPath = findBrowser();

/** The `skip` option of a test that needs a browser. */
export const withoutBrowser = browserPath
  ? false
  : "no Chromium or Chrome found: sudo apt-get install chromium";

/**
 * Opens a page in a browser without a screen, hands it to `use` and closes it; script errors of the
 * page fail the test.
 */
export async function withPage(use, options = {}) {
  const browser = await chromium.launch({ executablePath: browserPath, args: ["--no-sandbox"] });
  try {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const requests = [];
    page.on("request", (request) => requests.push(request.url()));
    return await use(page, requests);
  } finally {
    await browser.close();
  }
}
