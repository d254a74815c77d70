import { cpus, totalmem } from "node:os";
import { parseArgs } from "node:util";
import { openCorpus } from "../src/lib/corpus/open-corpus";
import { measures } from "./measures";
import { peerEnvironment } from "./peer-environment";
import { reportTable, updateReadme } from "./report-table";

/**
 * Measures our speed beside the Python peers' on the same files, one thread each, in turn, and
 * writes the table of bench/README.md: npm run bench [-- --corpus DIR --rounds 3 --only
 * egemaps,pyin --no-write].
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      corpus: { type: "string", default: "data/synthetic" },
      rounds: { type: "string", default: "3" },
      only: { type: "string" },
      "no-write": { type: "boolean", default: false },
    },
  });
  const corpus = await openCorpus(values.corpus);
  const context = {
    corpus,
    where: values.corpus,
    rounds: Number(values.rounds),
    python: peerEnvironment("peers", "requirements.txt"),
  };
  const chosen = measures.filter(({ name }) => !values.only || values.only.split(",").includes(name));
  const lines: string[][] = [];
  for (const { name, measure } of chosen) {
    console.error(`measuring ${name}`);
    lines.push(...(await measure(context)));
  }
  const machine = `${cpus()[0].model}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;
  const table = reportTable(`${corpus.name} (${corpus.recordings.length} recordings); ${machine}`, lines);
  console.log(table);
  if (!values["no-write"]) updateReadme(corpus.name, table);
}

main();
