import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { z } from "zod";
import { projectRoot } from "../../disk/paths";
import { experimentFile, readExperimentFile } from "./experiment-file";

const path = join(mkdtempSync(join(tmpdir(), "experiment-file-")), "experiment.json");
const read = (text: string) => {
  writeFileSync(path, text);
  return readExperimentFile(path);
};

test("docs/experiment.schema.json is what is read", () => {
  const schema = `${JSON.stringify(z.toJSONSchema(experimentFile, { io: "input" }), null, 2)}\n`;
  const place = join(projectRoot, "docs/experiment.schema.json");
  if (process.env.WRITE_SCHEMA) writeFileSync(place, schema);
  assert.equal(readFileSync(place, "utf8"), schema, "WRITE_SCHEMA=1 with this test writes it anew");
});

test("comments and commas at the end are allowed, and all but corpora, features and models has a default", () => {
  const file = read('{ "corpora": "data", /* why */ "features": "librosa-v1", "models": ["lda",], // end\n}');
  assert.deepEqual([file.normalize, file.folds, file.seeds, file.search], ["train", "loso", 0, true]);
});

test("what is wrong is told with its line or its setting", () => {
  assert.throws(() => read('{\n"corpora": "data"\n"features": 1}'), /experiment.json line 3 is no JSON/);
  assert.throws(
    () => read('{"corpora": "data", "features": "x", "models": "lda", "normalize": "all"}'),
    /"normalize": /,
  );
  assert.throws(() => read('{"corpora": [], "features": "x", "models": "lda"}'), /"corpora": /);
});
