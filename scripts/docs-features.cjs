// Writes the pages of docs/ that tell every column of the feature sets.
const { writeFileSync } = require("node:fs");
const { join } = require("node:path");
require("../src/lib/jobs/typescript.cjs");
const { featurePages } = require("../src/lib/report/feature-pages.ts");

for (const [name, text] of Object.entries(featurePages())) {
  writeFileSync(join(__dirname, "..", "docs", name), text);
}
