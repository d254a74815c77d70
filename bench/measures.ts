import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspectRecording } from "../src/lib/corpus/health/inspect-recording";
import type { Corpus } from "../src/lib/corpus/recording";
import { type Alternation, alternate } from "./alternate";
import { runOurs, runPeer, runSer } from "./child";
import { median } from "./median";
import { peerEnvironment } from "./peer-environment";

export interface BenchContext {
  readonly corpus: Corpus;
  /** As given with --corpus. */
  readonly where: string;
  readonly rounds: number;
  /** Python with the peers. */
  readonly python: string;
}

/** One thing measured: lines of the table (what, ours, peer, ratio, wanted). */
interface Measure {
  readonly name: string;
  readonly measure: (context: BenchContext) => string[][] | Promise<string[][]>;
}

const scratch = mkdtempSync(join(tmpdir(), "ser-bench-"));

/** Every measurement, in the order of the table. */
export const measures: readonly Measure[] = [
  { name: "egemaps", measure: egemaps },
  { name: "librosa", measure: (context) => inProcess(context, "librosa-v1", "librosa_means.py", ">= 2") },
  { name: "pyin", measure: pyin },
  { name: "voice", measure: voice },
  { name: "workers", measure: workers },
  { name: "memory", measure: memory },
  { name: "grid", measure: grid },
  { name: "cached", measure: cached },
  { name: "report", measure: fromRecordingsToReport },
  { name: "latency", measure: latency },
  { name: "cnn", measure: cnnEpoch },
];

function files({ corpus }: BenchContext): string[] {
  return corpus.recordings.map(({ path }) => path);
}

function seconds({ corpus }: BenchContext): number {
  return corpus.recordings.reduce((sum, recording) => sum + inspectRecording(recording).durationSeconds, 0);
}

function line(what: string, { oursSeconds, peerSeconds, ratio }: Alternation, wanted: string): string[] {
  return [what, `${oursSeconds.toFixed(2)} s`, `${peerSeconds.toFixed(2)} s`, ratio.toFixed(2), wanted];
}

function egemaps(context: BenchContext): string[][] {
  const out = join(scratch, "egemaps.csv");
  const args = ["extract", "--corpus", context.where, "--features", "egemaps-v02", "--out", out];
  const timed = alternate(
    context.rounds,
    () => runSer([...args, "--no-cache", "--workers", "1"]).wallSeconds,
    () => runPeer(context.python, "egemaps.py", files(context)).said.seconds,
  );
  const speed = `${(seconds(context) / timed.oursSeconds).toFixed(0)} x real time`;
  return [line(`egemaps-v02, our whole process (${speed}) against openSMILE's loop`, timed, ">= 2")];
}

function inProcess(context: BenchContext, set: string, script: string, wanted: string): string[][] {
  const timed = alternate(
    context.rounds,
    () => runOurs("extract-set.ts", [set, ...files(context)]).said.seconds,
    () => runPeer(context.python, script, files(context)).said.seconds,
  );
  const speed = `${(seconds(context) / timed.oursSeconds).toFixed(0)} x real time`;
  return [line(`${set} in process (${speed}) against librosa`, timed, wanted)];
}

function pyin(context: BenchContext): string[][] {
  const some = files(context).slice(0, 20);
  const timed = alternate(
    context.rounds,
    () => runOurs("pyin.ts", some).said.seconds,
    () => runPeer(context.python, "pyin.py", some).said.seconds,
  );
  return [line("pYIN in process, 20 recordings, against librosa", timed, ">= 10")];
}

function voice(context: BenchContext): string[][] {
  const out = join(scratch, "voice.csv");
  const args = ["extract", "--corpus", context.where, "--features", "voice-v1", "--out", out, "--no-cache"];
  const wall = median(
    Array.from({ length: context.rounds }, () => runSer([...args, "--workers", "1"]).wallSeconds),
  );
  const some = files(context).slice(0, 20);
  const single = runOurs("extract-set.ts", ["voice-v1", ...some]).said.seconds;
  const someSeconds = seconds({
    ...context,
    corpus: { ...context.corpus, recordings: context.corpus.recordings.slice(0, 20) },
  });
  return [
    [
      "voice-v1, whole process, batched",
      `${(seconds(context) / wall).toFixed(0)} x real time`,
      "",
      "",
      ">= 60",
    ],
    [
      "voice-v1, one recording at a time",
      `${(someSeconds / single).toFixed(0)} x real time`,
      "",
      "",
      ">= 10",
    ],
  ];
}

function workers(context: BenchContext): string[][] {
  const out = join(scratch, "workers.csv");
  const args = [
    "extract",
    "--corpus",
    context.where,
    "--features",
    "egemaps-v02",
    "--out",
    out,
    "--no-cache",
  ];
  const timed = alternate(
    context.rounds,
    () => runSer([...args, "--workers", "2"]).wallSeconds,
    () => runSer([...args, "--workers", "1"]).wallSeconds,
  );
  return [line("egemaps-v02 with 2 workers against 1", timed, ">= 1.7")];
}

function memory(context: BenchContext): string[][] {
  const few = join(scratch, "few");
  const many = join(scratch, "many");
  const peak = (manifest: string) => {
    const out = join(scratch, "memory.csv");
    const args = ["extract", "--corpus", manifest, "--features", "egemaps-v02", "--out", out, "--no-cache"];
    return runOurs("peak-memory.ts", [...args, "--workers", "1"]).said.peakMiB;
  };
  runOurs("repeat-corpus.ts", [context.where, "100", few]);
  runOurs("repeat-corpus.ts", [context.where, "1000", many]);
  const [small, large] = [peak(few), peak(many)];
  return [
    [
      "peak memory, 1000 recordings against 100",
      `${large.toFixed(0)} MiB`,
      `${small.toFixed(0)} MiB`,
      (large / small).toFixed(2),
      "<= 1.2",
    ],
  ];
}

function grid(context: BenchContext): string[][] {
  const table = join(scratch, "grid.csv");
  runSer(["extract", "--corpus", context.where, "--features", "egemaps-v02", "--out", table]);
  return ["linear", "rbf"].map((kernel) => {
    const timed = alternate(
      context.rounds,
      () => runOurs("nested-grid.ts", [table, `svm-${kernel}`, "1"]).said.seconds,
      () => runPeer(context.python, "nested_grid.py", [table, kernel]).said.seconds,
    );
    return line(`nested grid, svm-${kernel}, egemaps-v02, one thread, against scikit-learn`, timed, ">= 1");
  });
}

function cached(context: BenchContext): string[][] {
  const out = join(scratch, "cached.csv");
  const extract = () =>
    runSer(["extract", "--corpus", context.where, "--features", "egemaps-v02", "--out", out]).wallSeconds;
  extract();
  const timed = alternate(5, extract, () => runSer(["--help"]).wallSeconds);
  const over = timed.oursSeconds - timed.peerSeconds;
  return [
    [
      "cached extraction over the bare start",
      `${over.toFixed(2)} s`,
      `${timed.peerSeconds.toFixed(2)} s`,
      "",
      "<= .5 s",
    ],
  ];
}

function fromRecordingsToReport(context: BenchContext): string[][] {
  const wall = Array.from({ length: context.rounds }, (_, round) => {
    const folder = join(scratch, `report-${round}`);
    const args = [
      "evaluate",
      "--corpus",
      context.where,
      "--features",
      "egemaps-v02",
      "--model",
      "svm-linear",
      "--out",
      folder,
    ];
    return runSer(args, { SER_CACHE: join(folder, "cache") }).wallSeconds;
  });
  return [
    [
      "recordings to report: egemaps-v02, nested svm-linear, empty cache",
      `${median(wall).toFixed(1)} s`,
      "",
      "",
      "< 8 s",
    ],
  ];
}

function latency(context: BenchContext): string[][] {
  const wanted: Record<string, string> = {
    "librosa-v1": "10 ms",
    "logmel-v1": "10 ms",
    "egemaps-v02": "25 ms",
  };
  return Object.keys(wanted).map((set) => {
    const model = set === "logmel-v1" ? "cnn" : "svm-linear";
    const { milliseconds } = runOurs("latency.ts", [context.where, set, model]).said;
    return [
      `latency of 3 s, ${set} with ${model}`,
      `${milliseconds.toFixed(1)} ms`,
      "",
      "",
      `<= ${wanted[set]}`,
    ];
  });
}

function cnnEpoch(context: BenchContext): string[][] {
  const keras = peerEnvironment("keras", "requirements-keras.txt");
  const against = (mode: "eager" | "graph") =>
    alternate(
      context.rounds,
      () => runOurs("cnn-epoch.ts", ["320", "6"]).said.seconds,
      () => runPeer(keras, "cnn_epoch.py", ["320", "6", mode]).said.seconds,
    );
  return [
    line("an epoch of the cnn, 320 recordings of 3 s, against Keras run eagerly", against("eager"), ">= .5"),
    line("the same against Keras compiled to a graph", against("graph"), ""),
  ];
}
