import { join, relative, resolve } from "node:path";
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { InputError, inFile, UsageError } from "./lib/check";
import { fileErrorText } from "./lib/disk/file-error-text";
import { checkPlace, projectRoot } from "./lib/disk/paths";
import { terminalProgress } from "./lib/report/terminal-progress";

/** Exit codes: 0, 1 failure, 2 wrong usage. Every command loads only what it needs, so that short ones start fast. */
const program = new Command("ser")
  .description("Speech-emotion-recognition experiments from the command line.")
  .exitOverride()
  .configureOutput({ writeErr: (text) => process.stderr.write(text) });

const corpusOption = ["--corpus <where>", "a folder or manifest, or adapter:DIR (emodb:DIR)"] as const;

program
  .command("corpus")
  .description("what is in a corpus: counts by emotion and speaker, durations; and what is wrong with it")
  .requiredOption(...corpusOption)
  .action(async ({ corpus }) => {
    const { openCorpus } = await import("./lib/corpus/open-corpus");
    const { checkCorpus } = await import("./lib/corpus/health/health");
    const { describeCorpus } = await import("./lib/corpus/describe-corpus");
    const { corpusText } = await import("./lib/report/corpus-text");
    const health = checkCorpus(await openCorpus(corpus));
    console.log(corpusText(describeCorpus(health), health.problems));
    if (health.problems.some(({ severity }) => severity !== "suspicious")) process.exitCode = 1;
  });

program
  .command("extract")
  .description("features of every recording, as a table")
  .requiredOption(...corpusOption)
  .requiredOption("--features <set>", "name of the feature set, such as egemaps-v02")
  .requiredOption("--out <file>", "FILE.csv (vectors) or FILE.parquet (vectors and matrices)")
  .option("--workers <n>", "worker threads (default: one per core)", positiveInteger)
  .option("--no-cache", "neither read nor write the feature cache")
  .option("--skip-bad", "list unreadable files and leave them out")
  .action(async ({ features, out, workers, cache, ...where }) => {
    const { writeTable } = await import("./lib/dataset/write-table");
    checkPlace(out);
    const corpus = await openHealthy(where, "extract");
    await writeTable(corpus, features, out, { workers, cache, onProgress: terminalProgress() });
    console.log(`${out}: ${corpus.recordings.length} recordings, ${features}`);
  });

program
  .command("evaluate")
  .description("cross-validate a model, and leave run.json and predictions.csv")
  .option(...corpusOption)
  .option("--features <set>", "name of the feature set")
  .option("--table <file>", "a feature table made elsewhere, instead of --corpus and --features")
  .option("--labels <file>", "CSV with file, emotion, speaker for --table, joined by file")
  .requiredOption("--model <model>", "majority, svm-linear, svm-rbf, cnn, ...")
  .requiredOption("--out <dir>", "folder of the run")
  .option(
    "--folds <folds>",
    "loso, group-K, stratified-group-K, official, FILE.json, or random-K (leaks speakers)",
    "loso",
  )
  .addOption(normalizeOption())
  .option("--seed <n>", "seed of everything random", wholeNumber, 0)
  .option("--no-search", "fixed options instead of a grid search inside each training part")
  .option("--workers <n>", "worker threads (default: one per core)", positiveInteger)
  .option("--no-cache", "neither read nor write the feature cache")
  .option("--skip-bad", "list unreadable files and leave them out")
  .action(async ({ out, workers, cache, ...options }) => {
    const { runExperiment } = await import("./lib/runs/experiment");
    const { runText } = await import("./lib/report/run-text");
    checkPlace(out);
    const subject = await subjectOf(options);
    const run = await runExperiment(subject, options, out, {
      workers,
      cache,
      onProgress: terminalProgress(),
    });
    console.log(runText(run));
  });

program
  .command("compare")
  .description("the table of two or more runs and the tests between them")
  .argument("<run...>", "folders of runs")
  .action(async (folders: string[]) => {
    const { readRun } = await import("./lib/runs/run-files");
    const { comparisonText } = await import("./lib/report/comparison-text");
    checkSeveral("compare", folders);
    console.log(comparisonText(folders.map(readRun)));
  });

program
  .command("fuse")
  .description("one more run from two or more: the mean of their probabilities, recording by recording")
  .argument("<run...>", "folders of runs")
  .requiredOption("--out <dir>", "folder of the fused run")
  .action(async (folders: string[], { out }) => {
    const { fuseRuns } = await import("./lib/runs/fuse-runs");
    const { readRun } = await import("./lib/runs/run-files");
    const { runText } = await import("./lib/report/run-text");
    checkSeveral("fuse", folders);
    checkPlace(out);
    console.log(runText(fuseRuns(folders.map(readRun), out)));
  });

program
  .command("train")
  .description("train a model on a whole corpus and save it with its card")
  .requiredOption(...corpusOption)
  .requiredOption("--features <set>", "name of the feature set")
  .requiredOption("--model <model>", "svm-linear, svm-rbf, cnn, ...")
  .requiredOption("--out <dir>", "folder of the saved model")
  .addOption(normalizeOption())
  .option("--seed <n>", "seed of everything random", wholeNumber, 0)
  .option("--no-search", "fixed options instead of a grid search")
  .option("--workers <n>", "worker threads (default: one per core)", positiveInteger)
  .option("--no-cache", "neither read nor write the feature cache")
  .option("--skip-bad", "list unreadable files and leave them out")
  .action(async ({ features, out, workers, cache, model, normalize, seed, search, ...where }) => {
    const { trainModel } = await import("./lib/runs/train-model");
    const { scoreText } = await import("./lib/report/run-text");
    checkPlace(out);
    const corpus = await openHealthy(where, "evaluate");
    const choice = { model, normalize, seed, search };
    const options = { workers, cache, onProgress: terminalProgress() };
    const { evaluation } = await trainModel(corpus, features, choice, out, options);
    console.log(`${out}: ${model} on ${features}, trained on ${corpus.recordings.length} recordings`);
    if (evaluation) console.log(`UAR ${scoreText(evaluation.uar)}; ${evaluation.protocol}`);
  });

program
  .command("predict")
  .description("recognise recordings with a saved model: one JSON object a line")
  .requiredOption("--model <dir>", "folder of a saved model")
  .option(
    "--same-speaker",
    "the files are one speaker's: a model normalised by speaker learns the voice as it goes",
  )
  .argument("<file...>", "WAV files")
  .action(async (files: string[], { model, sameSpeaker }) => {
    const { loadListener } = await import("./lib/loading/load-listener");
    const { inspectRecording } = await import("./lib/corpus/health/inspect-recording");
    const { loadRecording } = await import("./lib/corpus/load-recording");
    const { recognizeWaveform } = await import("./lib/live/recognize-waveform");
    const { namedProbabilities } = await import("./lib/live/named-probabilities");
    const { SpeakerStatistics } = await import("./lib/models/normalization/speaker-statistics");
    const listener = await loadListener(model);
    const speaker = sameSpeaker ? new SpeakerStatistics() : undefined;
    for (const file of files) inspectRecording({ path: file, file });
    for (const file of files) {
      const waveform = loadRecording({ path: file, file });
      const { label, probabilities } = await recognizeWaveform(listener, waveform, speaker).catch((error) => {
        throw inFile(error, file);
      });
      const named = namedProbabilities(listener.recognizer.labels, probabilities);
      console.log(JSON.stringify({ file, emotion: label, probabilities: named }));
    }
    if (listener.recognizer.normalize === "speaker") console.error(speakerNote(speaker?.recordings));
  });

/** What a model normalised by speaker went by. */
function speakerNote(recordings: number | undefined): string {
  if (recordings === undefined) {
    return "The model was trained with normalisation by speaker; without --same-speaker it goes by the training recordings.";
  }
  return `The model was trained with normalisation by speaker: the speaker's own ${recordings} recordings, as they came, were blended with the training statistics, which count as 8.`;
}

program
  .command("serve")
  .description("serve a saved model: recordings by HTTP, streams by WebSocket, and a page that listens")
  .requiredOption("--model <dir>", "folder of a saved model")
  .option("--host <host>", "address to listen on; 127.0.0.1 is this machine alone", "127.0.0.1")
  .option("--port <n>", "port to listen on; 0 is any free one", portNumber, 8080)
  .addOption(new Option("--token <token>", "what callers must bear").env("SER_TOKEN"))
  .option("--origin <origin...>", "web origins whose pages may call, besides the service's own")
  .option("--max-streams <n>", "streams at a time; more are refused", positiveInteger, 100)
  .option("--silero <file>", "Silero VAD (an ONNX file) tells speech from noise, in place of the level")
  .action(async ({ model: folder, origin: origins, maxStreams, silero, ...options }) => {
    const { startService } = await import("./service/start-service");
    const module = join(projectRoot, "src/lib/loading/load-listener.ts");
    const service = await startService({
      ...options,
      model: { module, folder, silero },
      origins,
      limits: { maxStreams },
    });
    console.log(`listening on ${service.url}; Ctrl+C stops`);
    for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => service.close().catch(fail));
  });

program
  .command("export")
  .description("the page and a saved model as a static folder, which recognises without any server")
  .requiredOption("--model <dir>", "folder of a saved model")
  .requiredOption("--out <dir>", "folder of the site")
  .action(async ({ model: folder, out }) => {
    const { loadExportable } = await import("./lib/loading/load-exportable");
    const { exportSite } = await import("./service/site/export-site");
    checkPlace(out);
    const sizes = await exportSite(await loadExportable(folder), out);
    const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
    for (const [name, bytes] of Object.entries(sizes)) console.log(`${join(out, name)}: ${megabytes(bytes)}`);
    console.log(`open ${join(out, "index.html")}, or put the folder on any static host`);
  });

program
  .command("notebooks")
  .description("run and render the chapters on a corpus, into results/<name>/rendered")
  .option("--corpus <where>", corpusOption[1], join(projectRoot, "data/synthetic"))
  .option("--name <name>", "name of the results folder (default: the corpus's)")
  .option("--only <chapters>", "numbers of chapters, such as 03,04", (text) => text.split(","))
  .option("--no-audio", "leave the players out")
  .option("--skip-bad", "list unreadable files and leave them out")
  .action(async ({ corpus: where, only, audio, ...options }) => {
    const { runNotebooks } = await import("./lib/notebook/run-notebooks");
    const { checkSameCorpus } = await import("./lib/runs/check-same-corpus");
    const { writeIndexPage } = await import("./lib/report/index-page");
    const { scoresText } = await import("./lib/report/comparison-text");
    const { listRuns } = await import("./lib/runs/list-runs");
    const corpus = await openHealthy({ ...options, corpus: where }, "evaluate");
    checkSameCorpus(corpus);
    const fromRoot = where.replace(
      /^([a-z]{2,}:)?(.*)$/s,
      (_: string, adapter = "", path: string) => adapter + relative(projectRoot, path),
    );
    await runNotebooks({ corpus: fromRoot, name: corpus.name, only, audio, skipBad: options.skipBad });
    const page = writeIndexPage(corpus.name);
    const runs = listRuns(corpus.name);
    if (runs.length > 0) console.log(`${scoresText(runs)}\n`);
    console.log(`${corpus.name}: the chapters and scores are in ${relative(process.cwd(), page)}`);
  });

async function subjectOf(options: {
  corpus?: string;
  features?: string;
  table?: string;
  labels?: string;
  skipBad?: boolean;
}) {
  const { corpusSubject, tableSubject } = await import("./lib/runs/experiment-subject");
  const { corpus, features, table, labels } = options;
  if (table !== undefined) {
    if (corpus !== undefined || features !== undefined)
      throw new UsageError("--table stands instead of --corpus and --features");
    const { readFeatureTable } = await import("./lib/dataset/read-feature-table");
    const { openCorpus } = await import("./lib/corpus/open-corpus");
    const { requireLabels } = await import("./lib/corpus/health/require-labels");
    const labelled = labels === undefined ? undefined : (await openCorpus(labels)).recordings;
    const read = readFeatureTable(table, labelled);
    for (const { message } of requireLabels(read.set, read.recordings)) console.error(message);
    return tableSubject(read);
  }
  if (labels !== undefined) throw new UsageError("--labels goes with --table; a corpus has its own");
  if (corpus === undefined || features === undefined) {
    throw new UsageError("evaluate needs --corpus and --features, or --table (with --labels)");
  }
  return corpusSubject(await openHealthy({ ...options, corpus }, "evaluate"), features);
}

function normalizeOption(): Option {
  return new Option(
    "--normalize <by>",
    "statistics of the training part, or of each speaker's own recordings",
  )
    .choices(["train", "speaker"])
    .default("train");
}

/** What a command line gives is told by commander, with the option's name. */
function wholeNumber(text: string): number {
  if (/^\d+$/.test(text) && Number.isSafeInteger(Number(text))) return Number(text);
  throw new InvalidArgumentError(`It must be a whole number from 0 to ${Number.MAX_SAFE_INTEGER}.`);
}

function portNumber(text: string): number {
  if (/^\d+$/.test(text) && Number(text) <= 65535) return Number(text);
  throw new InvalidArgumentError("It must be a port, a whole number from 0 to 65535.");
}

function positiveInteger(text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw new InvalidArgumentError("It must be a whole number of 1 or more.");
}

function checkSeveral(command: string, folders: readonly string[]): void {
  if (folders.length < 2) throw new UsageError(`${command} needs two runs or more`);
  const paths = folders.map((folder) => resolve(folder));
  const twice = folders.find((_, i) => paths.indexOf(paths[i]) < i);
  if (twice !== undefined) throw new UsageError(`${command}: ${twice} is named twice; name different runs`);
}

async function openHealthy(
  options: { corpus: string; skipBad?: boolean; name?: string },
  purpose: "extract" | "evaluate",
) {
  const { openCorpus } = await import("./lib/corpus/open-corpus");
  const { requireHealthy } = await import("./lib/corpus/health/require-healthy");
  const opened = await openCorpus(options.corpus, { name: options.name });
  const { corpus, problems } = requireHealthy(opened, { purpose, skipBad: options.skipBad });
  for (const { message } of problems) console.error(message);
  return corpus;
}

function fail(error: unknown): void {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else if (error instanceof UsageError || error instanceof InputError) {
    console.error(error.message);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  } else {
    console.error(fileErrorText(error) ?? error);
    process.exitCode = 1;
  }
}

program.parseAsync().catch(fail);
