import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { encodeWav } from "./lib/audio/encode-wav";
import { wavFile } from "./lib/audio/wav-file";
import { projectRoot } from "./lib/disk/paths";
import { type Random, random } from "./lib/numbers/random";

const scratch = mkdtempSync(join(tmpdir(), "ser-test-"));

function ser(...args: string[]) {
  const env = { ...process.env, SER_CACHE: join(scratch, "cache"), INIT_CWD: "" };
  const child = spawnSync(process.execPath, [join(projectRoot, "scripts/ser.cjs"), ...args], {
    cwd: scratch,
    encoding: "utf8",
    env,
  });
  return { code: child.status, out: child.stdout, err: child.stderr };
}

/** Half a second that passes for speech at 8 kHz: hisses between hums whose overtone glides. */
function babble(level: number, noise: Random): Float32Array {
  return Float32Array.from({ length: 4000 }, (_, i) => {
    const [hiss, phase] = [0.3 * Math.max(-3, Math.min(3, noise.normal())), (2 * Math.PI * i) / 8000];
    if (i % 1000 < 300) return level * hiss;
    return level * (Math.sin(150 * phase) + Math.sin((600 + 0.2 * i) * phase) + 0.1 * hiss);
  });
}

/** A corpus of babble: 3 speakers, 2 emotions (loud and soft), a manifest. */
function toyCorpus(name: string): string {
  const folder = join(scratch, name);
  mkdirSync(folder);
  const noise = random(name);
  const lines = ["file,emotion,speaker"];
  for (const speaker of ["s1", "s2", "s3"]) {
    for (const [emotion, level] of [
      ["anger", 0.3],
      ["sadness", 0.03],
    ] as const) {
      for (const take of [1, 2, 3]) {
        const file = `${speaker}-${emotion}-${take}.wav`;
        writeFileSync(join(folder, file), encodeWav(babble(level, noise), 8000));
        lines.push(`${file},${emotion},${speaker}`);
      }
    }
  }
  writeFileSync(join(folder, "metadata.csv"), `${lines.join("\n")}\n`);
  return folder;
}

const corpus = toyCorpus("toy");
const edited = (name: string, edit: (folder: string) => void) => {
  const folder = toyCorpus(name);
  edit(folder);
  return folder;
};
const manifestWithout = (column: string) => (folder: string) => {
  const path = join(folder, "metadata.csv");
  writeFileSync(path, readFileSync(path, "utf8").replace(column, "other"));
};

test("corpus counts what is there", () => {
  const { code, out } = ser("corpus", "--corpus", corpus);
  assert.equal(code, 0);
  assert.match(out, /toy: 18 recordings/);
  assert.match(out, /anger +9/);
});

test("corpus guesses what an unknown tree tells, and an evaluation does not", () => {
  const tree = join(scratch, "tree");
  for (const emotion of ["Angry", "Sad"]) {
    mkdirSync(join(tree, emotion), { recursive: true });
    for (const take of [1, 2])
      writeFileSync(join(tree, emotion, `take ${take}.wav`), encodeWav(new Float32Array(800), 8000));
  }
  const { code, out } = ser("corpus", "--corpus", tree);
  assert.equal(code, 0);
  assert.match(out, /emotion: the folder that holds the file: Angry \(2\), Sad \(2\)/);
  const refused = ser(
    "evaluate",
    "--corpus",
    tree,
    "--features",
    "librosa-v1",
    "--model",
    "lda",
    "--out",
    "no",
  );
  assert.equal(refused.code, 1);
  assert.match(refused.err, /is not a corpus that can be opened: .*--write-manifest/);
});

test("extract writes a table, the second time from the cache, with the same bytes", () => {
  const args = ["extract", "--corpus", corpus, "--features", "librosa-v1", "--out"];
  assert.equal(ser(...args, "a.csv").code, 0);
  assert.equal(ser(...args, "b.csv", "--workers", "1").code, 0);
  const table = readFileSync(join(scratch, "a.csv"), "utf8");
  assert.equal(table, readFileSync(join(scratch, "b.csv"), "utf8"));
  assert.match(table, /^file,emotion,speaker,mfcc0,/);
  assert.equal(table.trimEnd().split("\n").length, 19);
});

test("evaluate twice into the same folder gives the same bytes, and recognises loud from soft", () => {
  const args = [
    "evaluate",
    "--corpus",
    corpus,
    "--features",
    "librosa-v1",
    "--model",
    "svm-linear",
    "--no-search",
    "--out",
    "run",
  ];
  const first = ser(...args);
  assert.equal(first.code, 0, first.err);
  const bytes = () =>
    ["run.json", "predictions.csv"].map((file) => readFileSync(join(scratch, "run", file), "utf8"));
  const before = bytes();
  assert.equal(ser(...args).code, 0);
  assert.deepEqual(bytes(), before);
  assert.equal(JSON.parse(before[0]).metrics.uar.value, 1);
  assert.match(before[1], /^file,fold,speaker,emotion,predicted,p_anger,p_sadness\n/);
});

test("a folder that holds another run is not overwritten", () => {
  const { code, err } = ser(
    "evaluate",
    "--corpus",
    corpus,
    "--features",
    "librosa-v1",
    "--model",
    "majority",
    "--out",
    "run",
  );
  assert.equal(code, 1);
  assert.match(err, /run holds another run \(librosa-v1, svm-linear, loso on toy\)/);
});

test("train saves a model with its card, predict applies it to recordings, one JSON object a line", () => {
  const args = [
    "--corpus",
    corpus,
    "--features",
    "librosa-v1",
    "--model",
    "svm-linear",
    "--no-search",
    "--out",
    "model",
  ];
  const trained = ser("train", ...args);
  assert.equal(trained.code, 0, trained.err);
  assert.match(
    readFileSync(join(scratch, "model", "README.md"), "utf8"),
    /18 recordings of 3 speakers at 8000 Hz/,
  );
  const { code, out } = ser("predict", "--model", "model", "toy/s1-anger-1.wav", "toy/s2-sadness-3.wav");
  assert.equal(code, 0);
  const lines = out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  assert.deepEqual(
    lines.map(({ file, emotion }) => [file, emotion]),
    [
      ["toy/s1-anger-1.wav", "anger"],
      ["toy/s2-sadness-3.wav", "sadness"],
    ],
  );
  assert.deepEqual(Object.keys(lines[0].probabilities), ["anger", "sadness"]);
  writeFileSync(join(scratch, "silence.wav"), encodeWav(new Float32Array(8000), 8000));
  assert.deepEqual(JSON.parse(ser("predict", "--model", "model", "silence.wav").out), {
    file: "silence.wav",
    emotion: null,
    probabilities: null,
    reason: "no speech found",
  });
  const strange = encodeWav(new Float32Array(48000).fill(0.1), 96001);
  writeFileSync(join(scratch, "odd.mp3"), strange.fill(255, 40, 44));
  const odd = ser("predict", "--model", "model", "odd.mp3");
  assert.equal(odd.code, 0);
  assert.match(odd.err, /odd\.mp3: its header does not say how long it is/);
});

test("compare prints the table and the tests between two runs", () => {
  const args = [
    "evaluate",
    "--corpus",
    corpus,
    "--features",
    "librosa-v1",
    "--model",
    "majority",
    "--out",
    "floor",
  ];
  assert.equal(ser(...args).code, 0);
  const { code, out } = ser("compare", "floor", "run");
  assert.equal(code, 0);
  assert.match(out, /librosa-v1 svm-linear is ahead of librosa-v1 majority by 0\.500 UAR/);
});

test("fuse makes a run of two, the same bytes on a rerun", () => {
  const { code, out } = ser("fuse", "floor", "run", "--out", "fused");
  assert.equal(code, 0);
  assert.match(out, /librosa-v1, fusion-of-majority-and-svm-linear/);
  const bytes = readFileSync(join(scratch, "fused", "run.json"));
  assert.equal(ser("fuse", "floor", "run", "--out", "fused").code, 0);
  assert.deepEqual(readFileSync(join(scratch, "fused", "run.json")), bytes);
  assert.match(
    ser("compare", "run", "fused").out,
    /librosa-v1 fusion-of-majority-and-svm-linear - librosa-v1/,
  );
  assert.equal(ser("fuse", "run", "--out", "alone").code, 2);
  const refused = ser("fuse", "run", "floor", "--out", "fused");
  assert.equal(refused.code, 1);
  assert.match(refused.err, /fused holds another run/);
});

const text = "this is no sound\n";
for (const [what, where, message] of [
  ["a missing directory", () => join(scratch, "nowhere"), /nowhere does not exist/],
  [
    "an empty directory",
    () => mkdirSync(join(scratch, "empty"), { recursive: true }) ?? join(scratch, "empty"),
    /empty is empty/,
  ],
  [
    "a text file named .wav",
    () => edited("text", (f) => writeFileSync(join(f, "s1-anger-1.wav"), text)),
    /row 2.*s1-anger-1\.wav/,
  ],
  [
    "a zero-length file",
    () => edited("zero", (f) => writeFileSync(join(f, "s1-anger-2.wav"), "")),
    /row 3.*s1-anger-2\.wav/,
  ],
  [
    "a WAV cut in its data",
    () =>
      edited("cut", (f) =>
        writeFileSync(join(f, "s2-anger-1.wav"), readFileSync(join(f, "s2-anger-1.wav")).subarray(0, 5000)),
      ),
    /row 8.*s2-anger-1\.wav/,
  ],
  [
    "a manifest without a column",
    () => edited("column", manifestWithout("emotion")),
    /metadata\.csv: column "emotion" is missing/,
  ],
] as const) {
  test(`${what} is said in one sentence, and nothing is written`, () => {
    const { code, err } = ser("extract", "--corpus", where(), "--features", "librosa-v1", "--out", "bad.csv");
    assert.equal(code, 1);
    assert.match(err, message);
    assert.doesNotMatch(err, /^ +at /m, "no stack trace");
    assert.deepEqual(
      readdirSync(scratch).filter((name) => name.startsWith("bad")),
      [],
    );
  });
}

test("--skip-bad lists the unreadable file and goes on", () => {
  const folder = edited("skip", (f) => writeFileSync(join(f, "s1-anger-1.wav"), text));
  const { code, err } = ser(
    "extract",
    "--corpus",
    folder,
    "--features",
    "librosa-v1",
    "--out",
    "skip.csv",
    "--skip-bad",
  );
  assert.equal(code, 0, err);
  assert.match(err, /s1-anger-1\.wav/);
  assert.equal(readFileSync(join(scratch, "skip.csv"), "utf8").trimEnd().split("\n").length, 18);
});

const librosaToX = ["--corpus", corpus, "--features", "librosa-v1", "--model", "majority", "--out", "x"];

for (const [what, args, message] of [
  ["an unknown command", ["dance"], /unknown command/],
  ["a missing option", ["extract", "--corpus", corpus], /--features/],
  [
    "an unknown feature set",
    ["extract", "--corpus", corpus, "--features", "mfcc-v9", "--out", "x.csv"],
    /mfcc-v9.*librosa-v1/,
  ],
  [
    "a matrix set in CSV",
    ["extract", "--corpus", corpus, "--features", "logmel-v1", "--out", "x.csv"],
    /use \.parquet/,
  ],
  [
    "a set that the model cannot take",
    ["evaluate", "--corpus", corpus, "--features", "logmel-v1", "--model", "svm-linear", "--out", "x"],
    /svm-linear cannot take logmel-v1/,
  ],
  ["a seed that is no number", ["train", ...librosaToX, "--seed", "abc"], /--seed <n>.*abc.*whole number/],
  [
    "a seed beyond whole numbers",
    ["train", ...librosaToX, "--seed", "9".repeat(23)],
    /--seed <n>.*whole number/,
  ],
  ["labels beside a corpus", ["evaluate", ...librosaToX, "--labels", "l.csv"], /--labels goes with --table/],
  ["comparing a run with itself", ["compare", "run", "./run/"], /\.\/run\/ is named twice/],
  ["fusing a run with itself", ["fuse", "run", "run", "--out", "x"], /run is named twice/],
] as const) {
  test(`${what} is wrong usage`, () => {
    const { code, err } = ser(...args);
    assert.equal(code, 2);
    assert.match(err, message);
    assert.deepEqual(
      readdirSync(scratch).filter((name) => name.startsWith("x")),
      [],
    );
  });
}

const model = ["--corpus", corpus, "--features", "librosa-v1", "--model", "majority"];
const mine = (name: string, file: string) => {
  mkdirSync(join(scratch, name));
  writeFileSync(join(scratch, name, file), "notes");
};

for (const [what, args, message] of [
  [
    "a run below a file",
    ["evaluate", ...model, "--out", "toy/metadata.csv/run"],
    /metadata\.csv is a file and no folder/,
  ],
  [
    "a table in place of a folder",
    ["extract", ...model.slice(0, 4), "--out", "d.csv"],
    /d\.csv" is a folder/,
  ],
  [
    "a missing table",
    ["evaluate", "--table", "gone.csv", "--model", "majority", "--out", "y"],
    /gone\.csv does not exist/,
  ],
  [
    "a folder without recordings",
    ["predict", "--model", "model", "run"],
    /^run: no sound file is in the folder/,
  ],
  [
    "notes in place of a model",
    ["train", ...model, "--out", "notes"],
    /notes holds README\.md but no model\.json/,
  ],
  [
    "another's predictions in place of a run",
    ["evaluate", ...model, "--out", "theirs"],
    /theirs\/predictions\.csv is no run's/,
  ],
  [
    "notes in place of a site",
    ["export", "--model", "model", "--out", "page"],
    /page holds index\.html but no model\.js/,
  ],
  [
    "labels of one speaker",
    ["evaluate", "--table", "one.csv", "--model", "majority", "--out", "y"],
    /one\.csv: all 4 recordings are of one speaker/,
  ],
] as const) {
  test(`${what} is said in one sentence`, () => {
    if (what.startsWith("a table")) mkdirSync(join(scratch, "d.csv"));
    if (what.startsWith("notes in place of a model")) mine("notes", "README.md");
    if (what.startsWith("another")) mine("theirs", "predictions.csv");
    if (what.startsWith("notes in place of a site")) mine("page", "index.html");
    const rows = ["a.wav,joy,1,1", "b.wav,joy,1,2", "c.wav,rage,1,3", "d.wav,rage,1,4"];
    writeFileSync(join(scratch, "one.csv"), ["file,emotion,speaker,x", ...rows].join("\n"));
    const { code, out, err } = ser(...args);
    assert.equal(code, 1);
    assert.match(err, message);
    assert.equal(err.trimEnd().split("\n").length, 1, err);
    assert.equal(out, "");
  });
}

test("predict answers as it goes: what is heard before a recording with samples that are no numbers is told", () => {
  const samples = new Float32Array(8000).fill(Number.NaN);
  const header = { format: 3, channels: 1, sampleRate: 8000, bytesPerSample: 4 };
  writeFileSync(join(scratch, "nan.wav"), new Uint8Array(wavFile(header, new Uint8Array(samples.buffer))));
  const { code, out, err } = ser("predict", "--model", "model", "toy/s1-anger-1.wav", "nan.wav");
  assert.equal(code, 1);
  assert.equal(JSON.parse(out).file, "toy/s1-anger-1.wav");
  assert.match(err, /^nan\.wav: sample 0 .* is NaN/);
});

test("cross gives the matrix, the same bytes again, and what train and predict give", () => {
  const [here, there] = [join(scratch, "toy"), toyCorpus("there")];
  const choice = ["--features", "librosa-v1", "--model", "lda", "--no-search", "--workers", "1"];
  const cross = (...args: string[]) => ser("cross", here, ...args, ...choice);
  const out = join(scratch, "crossed");
  const first = cross(there, "--out", out);
  assert.equal(first.code, 0, first.err);
  assert.match(first.out, /\| toy +\| \*\*.*\*\* +\| \d?\.\d{3} \(/);
  const written = readFileSync(join(out, "cross.json"), "utf8");
  const again = cross(there, "--out", out, "--json");
  assert.equal(again.out, written);
  assert.equal(readFileSync(join(out, "cross.json"), "utf8"), written);
  ser("train", "--corpus", here, ...choice, "--out", join(scratch, "model-here"));
  const lines = readFileSync(join(out, "runs/toy-to-there/predictions.csv"), "utf8")
    .trim()
    .split("\n")
    .slice(1);
  assert.equal(lines.length, 18);
  const files = lines.map((line) => line.split(",")[0]);
  const told = ser("predict", "--model", join(scratch, "model-here"), ...files)
    .out.trim()
    .split("\n");
  lines.forEach((line, i) => {
    const { probabilities } = JSON.parse(told[i]);
    const [anger, sadness] = line.split(",").slice(5).map(Number);
    assert.ok(Math.abs(anger - probabilities.anger) + Math.abs(sadness - probabilities.sadness) < 1e-9, line);
  });
  assert.equal(cross("--out", out).code, 2);
  assert.match(cross(here, "--out", join(scratch, "twice")).err, /two corpora are called "toy"/);
  assert.equal(cross(`other=${here}`, "--out", join(scratch, "named")).code, 0);
});

test("an experiment file is run once, and what changes is run alone; runs and compare tell what is there", () => {
  const path = join(scratch, "experiment.json");
  const write = (models: string) =>
    writeFileSync(
      path,
      `{ // two recipes
        "corpora": { "corpus": "toy", "where": ["speaker in s1,s2,s3"] },
        "features": ["librosa-v1", "logmel-v1"],
        "models": ${models},
        "seeds": [0, 1], "search": false,
      }`,
    );
  write('["lda", "majority"]');
  const first = ser("run", path, "--out", "swept", "--workers", "1");
  assert.equal(first.code, 0, first.err);
  assert.match(first.err, /left out: lda on logmel-v1/);
  const runs = join(scratch, "swept/toy");
  assert.equal(readdirSync(runs).length, 6);
  const times = () => readdirSync(runs).map((run) => statSync(join(runs, run, "run.json")).mtimeMs);
  const before = times();
  write('["lda", "majority", { "model": "knn", "options": { "neighbours": 3 } }]');
  assert.equal(ser("run", path, "--out", "swept", "--workers", "1").code, 0);
  assert.equal(readdirSync(runs).length, 8);
  assert.equal(times().filter((time) => before.includes(time)).length, 6);
  const board = ser("runs", "swept/toy", "--where", "model in lda,knn", "--csv").out.trim().split("\n");
  assert.deepEqual(board.length, 3);
  assert.match(board[1], /,0 1,/);
  const sortedBy = (column: string) => ser("runs", "swept/toy", "--csv", "--sort", column).out.split("\n");
  assert.match(sortedBy("model")[1], /,knn,/);
  assert.match(sortedBy("spread").at(-2)!, /,0\.\d+,[^,]*,[^,]*,[^,]*,[^,]*$/);
  const refused = (...conditions: string[]) => {
    const { code, err } = ser("runs", "swept/toy", "--where", ...conditions);
    return [code, err.trim()];
  };
  assert.deepEqual(refused("uar > 2"), [1, "--where uar > 2 leaves none of 4 rows"]);
  assert.deepEqual(refused("uar > high"), [2, '--where "uar > high": high must be a number']);
  assert.match(String(refused("colour = red")[1]), /there is no column "colour"; there are corpus, features/);
  const [lda, knn] = ["lda", "knn"].map((model) =>
    join(runs, readdirSync(runs).find((run) => run.includes(model))!),
  );
  assert.match(
    ser("compare", lda, knn).out,
    /^The runs differ in:\n {2}model: lda \| knn\n {2}options: \{\} \| /,
  );
  const both = ser("notebooks", "--experiment", path, "--corpus", "toy");
  assert.deepEqual([both.code, /cannot be used with option '--corpus/.test(both.err)], [2, true]);
  writeFileSync(path, '{ "corpora": "toy", "features": "librosa-v1", "models": "lda", "seed": 3 }');
  const wrong = ser("run", path);
  assert.deepEqual([wrong.code, wrong.err.includes('Unrecognized key: "seed"')], [1, true]);
});

test("an experiment file can ask for the matrix across corpora and for tables made elsewhere", () => {
  const path = join(scratch, "across.json");
  const corpora = [{ corpus: "toy" }, { corpus: "toy", name: "other" }];
  const settings = { features: "librosa-v1", models: "lda", search: false, normalize: ["train", "corpus"] };
  writeFileSync(path, JSON.stringify({ ...settings, corpora, cross: { only: true } }));
  const across = ser("run", path, "--out", "across", "--workers", "1");
  assert.equal(across.code, 0, across.err);
  const place = join(scratch, "across/toy/cross/toy-x-other");
  assert.equal(readdirSync(place).length, 2);
  assert.deepEqual(readdirSync(join(scratch, "across/toy")), ["cross"]);
  const [matrix] = readdirSync(place).map((run) => readFileSync(join(place, run, "cross.md"), "utf8"));
  assert.ok(across.out.includes(matrix.trim()));

  assert.equal(ser("extract", "--corpus", corpus, "--features", "librosa-v1", "--out", "made.csv").code, 0);
  writeFileSync(path, JSON.stringify({ corpora: { table: "made.csv" }, models: "lda", search: false }));
  const table = ser("run", path, "--out", "tables", "--workers", "1");
  assert.equal(table.code, 0, table.err);
  const evaluated = ser("evaluate", "--table", "made.csv", "--model", "lda", "--no-search", "--out", "alone");
  assert.equal(evaluated.code, 0, evaluated.err);
  const [run] = readdirSync(join(scratch, "tables/made.csv"));
  const predictions = (folder: string) => readFileSync(join(scratch, folder, "predictions.csv"), "utf8");
  assert.equal(predictions(join("tables/made.csv", run)), predictions("alone"));
});
