import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { encodeWav } from "../audio/encode-wav";
import { fingerprint } from "./fingerprint";
import { requireHealthy } from "./health/require-healthy";
import { openCorpus } from "./open-corpus";

const scratch = mkdtempSync(join(tmpdir(), "fingerprint-"));
after(() => rmSync(scratch, { recursive: true }));

const writeSound = (path: string, level: number) =>
  writeFileSync(
    path,
    encodeWav(
      Float32Array.from({ length: 80 }, () => level),
      16000,
    ),
  );

async function fingerprintOf(folder: string): Promise<string> {
  return fingerprint(requireHealthy(await openCorpus(folder), { purpose: "extract" }).corpus);
}

test("a fingerprint knows labels and audio, not the place", async () => {
  const [folder, copy] = [join(scratch, "mine"), join(scratch, "copy")];
  mkdirSync(folder);
  writeSound(join(folder, "a.wav"), 0.1);
  writeSound(join(folder, "b.wav"), 0.2);
  writeFileSync(join(folder, "metadata.csv"), "file,emotion,speaker\na.wav,x,1\nb.wav,y,2\n");
  const here = await fingerprintOf(folder);
  cpSync(folder, copy, { recursive: true });
  assert.equal(await fingerprintOf(copy), here);
  writeFileSync(join(folder, "metadata.csv"), "file,emotion,speaker\na.wav,x,1\nb.wav,y,3\n");
  assert.notEqual(await fingerprintOf(folder), here);
  writeSound(join(copy, "a.wav"), 0.3);
  assert.notEqual(await fingerprintOf(copy), here);
});
