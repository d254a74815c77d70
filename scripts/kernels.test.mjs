import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { codeFile, codeText, kernels } from "./kernels.mjs";

for (const kernel of kernels) {
  test(`${codeFile(kernel)} is what its source compiles to; \`npm run kernels\` compiles it anew`, async () => {
    assert.equal(readFileSync(codeFile(kernel), "utf8"), await codeText(kernel));
  });
}

test("there are kernels", () => assert.ok(kernels.length >= 5, `${kernels}`));
