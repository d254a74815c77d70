import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { z } from "zod";
import { projectRoot } from "../../disk/paths";
import { readExperimentFile } from "./experiment-file";
import { experimentSchema } from "./experiment-schema";

const path = join(mkdtempSync(join(tmpdir(), "experiment-file-")), "experiment.json");
const read = (text: string) => {
  writeFileSync(path, text);
  return readExperimentFile(path);
};

test("docs/experiment.schema.json is what is read", () => {
  const schema = `${JSON.stringify(z.toJSONSchema(experimentSchema, { io: "input" }), null, 2)}\n`;
  const place = join(projectRoot, "docs/experiment.schema.json");
  if (process.env.WRITE_SCHEMA) writeFileSync(place, schema);
  assert.equal(readFileSync(place, "utf8"), schema, "WRITE_SCHEMA=1 with this test writes it anew");
});

test("the example of docs/experiments.md is read, and its schema is found", () => {
  const docs = readFileSync(join(projectRoot, "docs/experiments.md"), "utf8");
  const file = read(/```jsonc\n(.*?)```/s.exec(docs)?.[1] ?? "");
  assert.equal((file.corpora as unknown[]).length, 2);
  assert.ok(existsSync(join(projectRoot, String(file.$schema))));
  for (const name of Object.keys(experimentSchema.shape)) assert.ok(docs.includes(name), name);
});

test("comments and commas at the end are allowed, and all but corpora, features and models has a default", () => {
  const file = read('{ "corpora": "data", /* why */ "features": "librosa-v1", "models": ["lda",], // end\n}');
  assert.deepEqual([file.normalize, file.folds, file.seeds, file.search], ["train", ["loso"], 0, true]);
});

test("what is wrong is told with its line or its setting, what is allowed and what it is", () => {
  assert.throws(() => read('{\n"corpora": "data"\n"features": 1}'), /experiment.json line 3 is no JSON/);
  const wrong = (changes: object) => {
    const file = { corpora: "data", features: "voice-v1", models: "lda", ...changes };
    return () => read(JSON.stringify(file));
  };
  const all = '"train"\\|"speaker"\\|"clustered"\\|"corpus"';
  assert.throws(wrong({ normalize: "all" }), new RegExp(`"normalize": .* one of ${all}; it is "all"`));
  assert.throws(wrong({ normalize: ["train", 3] }), /"normalize.1": .*; it is 3/);
  assert.throws(wrong({ corpora: [] }), /"corpora": /);
  assert.throws(wrong({ corpora: { corpus: "x", chanel: 1 } }), /"corpora": Unrecognized key: "chanel"/);
  assert.throws(wrong({ corpora: [{ corpus: "x", channel: 0 }] }), /"corpora.0.channel": .*; it is 0/);
  assert.throws(wrong({ augment: ["noise", "echo"] }), /"augment.1": .*"mixup".*; it is "echo"/);
  assert.throws(wrong({ seeds: -1 }), /"seeds": .*; it is -1/);
  assert.throws(wrong({ seed: 1 }), /Unrecognized key: "seed"/);
});

test("settings that do not go together are refused before anything is computed", () => {
  const wrong = (changes: object, why: RegExp) =>
    assert.throws(() => read(JSON.stringify({ corpora: "data", models: "lda", ...changes })), why);
  wrong({}, /"features" is missing/);
  wrong({ features: "voice-v1", normalize: "corpus" }, /"cross": true asks for/);
  wrong({ features: "voice-v1", cross: true }, /two corpora or more/);
  wrong({ features: "voice-v1", noise: "sounds" }, /"noise" goes with "stress"/);
  wrong({ corpora: { table: "a.csv" }, augment: ["noise"] }, /a table has none/);
  wrong({ corpora: [{ table: "a.csv" }, { table: "b.csv" }], cross: true }, /corpora, not tables/);
  assert.equal(read('{"corpora": {"table": "a.csv"}, "models": "lda"}').features, undefined);
});

test("paths count from the file's folder, behind an adapter, too", () => {
  const file = read(
    JSON.stringify({
      corpora: [
        "emodb:data",
        { corpus: "m.csv", map: "labels.json" },
        { table: "../t.csv", labels: "l.csv" },
      ],
      features: ["voice-v1", "onnx:e.json", "band-4000:conditioned:onnx:e.json"],
      models: "lda",
      folds: ["loso", "folds.json"],
    }),
  );
  const folder = dirname(path);
  assert.deepEqual(file.corpora, [
    `emodb:${join(folder, "data")}`,
    { corpus: join(folder, "m.csv"), map: join(folder, "labels.json") },
    { table: join(dirname(folder), "t.csv"), labels: join(folder, "l.csv") },
  ]);
  const encoder = join(folder, "e.json");
  assert.deepEqual(file.features, ["voice-v1", `onnx:${encoder}`, `band-4000:conditioned:onnx:${encoder}`]);
  assert.deepEqual(file.folds, ["loso", join(folder, "folds.json")]);
});
