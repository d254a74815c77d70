import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { InputError } from "../../check";
import { random } from "../../numbers/random";
import { decodeSound } from "../decode-sound";
import { encodeWav } from "../encode-wav";
import { readSoundHeader } from "../read-sound-header";
import { wavFile } from "../wav-file";
import { mutatedSound, soundFiles } from "./mutations";

const scratch = mkdtempSync(join(tmpdir(), "ser-formats-"));
after(() => rmSync(scratch, { recursive: true }));

const files = soundFiles();
const source = random("formats");
const noise = Float32Array.from({ length: 3000 }, () => Math.round(3000 * source.normal()) / 32768);
const plain = encodeWav(noise, 16000);

/** The bytes with some of them replaced from a place on. */
function replaced(bytes: Uint8Array, at: number, by: readonly number[]): Uint8Array {
  const out = bytes.slice();
  out.set(by, at);
  return out;
}

const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0));
const joined = (...parts: (Uint8Array | readonly number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => [...part]));

test("a WAV file whose size was never written is read to its end, with a note", async () => {
  for (const size of [0, 0x7fffffff, 0x7ffff000, 0x80000000, 0xffffffff]) {
    const bytes = replaced(plain, 40, [size & 255, (size >> 8) & 255, (size >> 16) & 255, size >>> 24]);
    const { samples, notes } = await decodeSound(bytes, "a.wav");
    assert.deepEqual(samples, noise, `0x${size.toString(16)}`);
    assert.match(notes.join(), /does not say how long it is/);
    assert.equal(readSoundHeader(bytes.subarray(0, 60), "a.wav", bytes.length).seconds, 3000 / 16000);
  }
});

test("chunks that are not padded, rubbish at the end and chunks in any order are read", async () => {
  const odd = [...ascii("LIST"), 3, 0, 0, 0, 1, 2, 3];
  const fmt = plain.subarray(12, 36);
  const data = plain.subarray(36);
  const head = plain.subarray(0, 12);
  for (const bytes of [joined(head, odd, fmt, data), joined(plain, [1, 2, 3]), joined(head, data, fmt)]) {
    assert.deepEqual((await decodeSound(bytes, "a.wav")).samples, noise);
  }
  const { samples, notes } = await decodeSound(joined(plain, data), "a.wav");
  assert.deepEqual(samples, noise);
  assert.match(notes.join(), /2 chunks of sound; the first is read/);
});

test("RF64 has its size in ds64, Sun AU and AIFF-C in reverse order are read", async () => {
  const [low, high] = [(2 * noise.length) & 255, (2 * noise.length) >> 8];
  const ds64 = [...ascii("ds64"), 28, ...Array(11).fill(0), low, high, ...Array(18).fill(0)];
  const rf64 = joined(
    ascii("RF64"),
    plain.subarray(4, 12),
    ds64,
    plain.subarray(12, 40),
    [255, 255, 255, 255],
  );
  const values = plain.subarray(44);
  assert.deepEqual((await decodeSound(joined(rf64, values), "a.wav")).samples, noise);
  const au = [...ascii("dns."), 24, 0, 0, 0, 255, 255, 255, 255, 3, 0, 0, 0, 0x80, 0x3e, 0, 0, 1, 0, 0, 0];
  assert.deepEqual((await decodeSound(joined(au, values), "a.au")).samples, noise);
  const comm = [0, 1, 0, 0, 0, 0, 0, 16, 0x40, 0x0c, 0xfa, 0, 0, 0, 0, 0, 0, 0, ...ascii("sowt"), 0, 0];
  const ssnd = [
    ...ascii("SSND"),
    0,
    0,
    (values.length + 8) >> 8,
    (values.length + 8) & 255,
    ...Array(8).fill(0),
  ];
  const aiff = joined(ascii("FORM....AIFCCOMM"), [0, 0, 0, 24], comm, ssnd, values);
  const decoded = await decodeSound(aiff, "a.aiff");
  assert.deepEqual([decoded.samples, decoded.sampleRate], [noise, 16000]);
});

test("the telephone's codings give the values of G.711", async () => {
  const header = (tag: number) => ({ format: tag, channels: 1, sampleRate: 8000, bytesPerSample: 1 });
  const values = async (tag: number, codes: number[]) => {
    const file = new Uint8Array(wavFile(header(tag), Uint8Array.from(codes)));
    return [...(await decodeSound(file, "a.wav")).samples].map((sample) => sample * 32768);
  };
  assert.deepEqual(await values(6, [0xd5, 0x55, 0xaa, 0x2a, 0x80]), [8, -8, 32256, -32256, 5504]);
  assert.deepEqual(await values(7, [0xff, 0x7f, 0x80, 0x00]), [0, 0, 32124, -32124]);
});

test("what is no recording is called by its name, and what is not decoded here gets the command", async () => {
  const said: readonly (readonly [string, RegExp])[] = [
    ["<!DOCTYPE html><html>", /a.wav is a web page/],
    ["version https://git-lfs.github.com/spec/v1\noid", /a.wav is a Git LFS pointer.*git lfs pull/],
    [
      "#!AMR\n.......",
      /a.wav is AMR, which is not decoded here; convert it: ffmpeg -i "a.wav" "a-converted.wav"/,
    ],
    ["\0\0\0 ftypM4A .....", /a.wav is M4A/],
    ["\x1aE\xdf\xa3....B\x82\x84webm", /a.wav is WebM/],
  ];
  for (const [text, pattern] of said)
    await assert.rejects(decodeSound(Buffer.from(text, "latin1"), "a.wav"), pattern);
});

function stereo(right: (left: number) => number): Uint8Array {
  const values = Float32Array.from({ length: 2 * noise.length }, (_, i) =>
    i % 2 === 0 ? noise[i >> 1] : right(noise[i >> 1]),
  );
  const header = { format: 3, channels: 2, sampleRate: 16000, bytesPerSample: 4 };
  return new Uint8Array(wavFile(header, new Uint8Array(values.buffer)));
}

test("a silent ear, channels that cancel and unscaled values are said, and a channel can be picked", async () => {
  const notes = async (right: (left: number) => number) =>
    (await decodeSound(stereo(right), "a.wav")).notes.join();
  assert.match(await notes(() => 0), /^channel 2 of 2 is silent.*--channel 1/);
  assert.match(await notes((left) => -left), /channels cancel each other.*--channel 1/);
  assert.match(await notes((left) => 32768 * left), /hold the values of integers.*volume=1\/32768/);
  assert.equal(await notes((left) => 0.9 * left), "");
  const { notes: none } = await decodeSound(
    stereo(() => 0),
    "a.wav",
    { channel: 1 },
  );
  assert.deepEqual(none, []);
  const picked = await decodeSound(
    stereo((left) => left / 2),
    "a.wav",
    { channel: 2 },
  );
  assert.deepEqual(
    picked.samples,
    noise.map((sample) => sample / 2),
  );
  await assert.rejects(
    decodeSound(
      stereo(() => 0),
      "a.wav",
      { channel: 3 },
    ),
    /channel 3 is not there, the file has 2/,
  );
});

test("a part in seconds is what the whole file has there", async () => {
  for (const [name, file] of Object.entries(files)) {
    const whole = await decodeSound(file, name);
    const part = await decodeSound(file, name, { startSeconds: 0.05, endSeconds: 0.1 });
    const [from, to] = [0.05, 0.1].map((seconds) => Math.round(seconds * whole.sampleRate));
    assert.deepEqual(part.samples, whole.samples.slice(from, to), name);
  }
});

test("a flipped bit anywhere in a FLAC or OGG file is said, or does not change the sound", async () => {
  for (const name of ["FLAC, 16 bit", "OGG, Vorbis", "OGG, Opus"]) {
    const whole = await decodeSound(files[name], name);
    for (let i = 0; i < 60; i++) {
      const bytes = files[name].slice();
      bytes[source.integer(bytes.length)] ^= 1 << source.integer(8);
      const sound = await decodeSound(bytes, name).catch((error) => error);
      if (sound instanceof InputError) continue;
      if (sound.notes.length === 0) assert.deepEqual(sound.samples, whole.samples);
    }
  }
});

test("a file that ends early says so", async () => {
  for (const name of ["FLAC, 16 bit", "FLAC, 24 bit, stereo", "OGG, Vorbis", "MP3"]) {
    const bytes = files[name];
    const sound = await decodeSound(bytes.subarray(0, Math.floor(0.8 * bytes.length)), name).catch(
      (error) => error,
    );
    assert.match(
      sound instanceof InputError ? sound.message : sound.notes.join(),
      /ends at .* s|holds no samples/,
      name,
    );
  }
});

test("damaged files end in an answer or in one sentence", async () => {
  for (const [name, file] of Object.entries(files)) {
    for (let i = 0; i < 40; i++) {
      const ended = await decodeSound(mutatedSound(file, `${name} ${i}`), name, { maxSeconds: 600 }).catch(
        (error) => error,
      );
      if (ended instanceof Error) assert.match(String(ended), /^InputError: [^\n]+$/);
      else assert.ok(ended.samples.length > 0);
    }
  }
});

const sox = spawnSync("sox", ["--version"]).status === 0 ? false : "sox is not installed";

test("what sox writes is what sox reads, to the bit, and FLAC is WAV", { skip: sox }, async () => {
  const wav = join(scratch, "noise.wav");
  writeFileSync(wav, plain);
  const codings = ["ima-adpcm", "ms-adpcm", "a-law", "mu-law"].map((coding) => [
    "-e",
    coding,
    `${coding}.wav`,
  ]);
  for (const [...args] of [
    ...codings,
    ["noise.flac"],
    ["noise.aiff"],
    ["noise.au"],
    ["noise.caf"],
    ["noise.w64"],
  ]) {
    const file = join(scratch, args.pop()!);
    if (spawnSync("sox", [wav, ...args, file]).status !== 0) continue; // built without this format
    const { stdout } = spawnSync("sox", [file, "-t", "raw", "-e", "signed", "-b", "16", "-"]);
    const expected = new Int16Array(Uint8Array.from(stdout).buffer);
    const { samples } = await decodeSound(readFileSync(file), file);
    assert.deepEqual(
      [...samples].map((sample) => sample * 32768),
      [...expected].slice(0, samples.length),
      file,
    );
    assert.equal(samples.length, noise.length, file);
  }
});
