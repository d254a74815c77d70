import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { checkCorpus } from "../health/health";
import { openCorpus } from "../open-corpus";
import { makeSyntheticCorpus } from "./make-synthetic-corpus";

const scratch = mkdtempSync(join(tmpdir(), "ser-synthetic-"));
after(() => rmSync(scratch, { recursive: true }));
const SMALL = { speakers: 2, texts: 2, emotions: 3 };

test("a small embedded corpus opens like any other, knows that it is synthetic, and is healthy", async () => {
  const folder = join(scratch, "small");
  const seen: string[] = [];
  await makeSyntheticCorpus(folder, { ...SMALL, onProgress: (done, total) => seen.push(`${done}/${total}`) });
  assert.deepEqual([seen.length, seen[0], seen[11]], [12, "1/12", "12/12"]);
  const corpus = await openCorpus(folder);
  assert.deepEqual([corpus.name, corpus.synthetic, corpus.recordings.length], ["small", true, 12]);
  assert.deepEqual(corpus.recordings[0].extra, { text: "t1", sex: "female", source: "synthetic" });
  assert.deepEqual(checkCorpus(corpus).problems, []);
  assert.match(readFileSync(join(folder, "metadata.csv"), "utf8"), /^file,emotion,speaker,text,sex,source\n/);
});

test("an interrupted making leaves nothing that opens, and the next one clears it away", async () => {
  const folder = join(scratch, "again");
  mkdirSync(join(scratch, "again.making-99999999", "wav"), { recursive: true });
  const interrupted = makeSyntheticCorpus(folder, {
    ...SMALL,
    onProgress: (done) => {
      if (done === 3) throw new Error("interrupted");
    },
  });
  await assert.rejects(interrupted, /interrupted/);
  assert.equal(existsSync(folder), false);
  await makeSyntheticCorpus(folder, SMALL);
  assert.deepEqual(
    readdirSync(scratch).filter((name) => name.startsWith("again")),
    ["again"],
  );
});

test("two makings at a time give one complete corpus", async () => {
  const folder = join(scratch, "both");
  await Promise.all([makeSyntheticCorpus(folder, SMALL), makeSyntheticCorpus(folder, SMALL)]);
  assert.equal((await openCorpus(folder)).recordings.length, 12);
  assert.deepEqual(
    readdirSync(scratch).filter((name) => name.startsWith("both")),
    ["both"],
  );
  await assert.rejects(makeSyntheticCorpus(folder, { ...SMALL, texts: 1 }), /ENOTEMPTY|EEXIST|EPERM/);
});
