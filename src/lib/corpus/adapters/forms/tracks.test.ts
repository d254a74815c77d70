import assert from "node:assert/strict";
import { test } from "node:test";
import { encodeWav } from "../../../audio/encode-wav";
import { timelineFormats } from "../../../report/timeline/timeline-formats";
import { openCorpus } from "../../open-corpus";
import { unpack } from "../unpack.fixture";

const minute = encodeWav(new Float32Array(60 * 8000), 8000);

async function told(folder: string): Promise<string[]> {
  const { recordings } = await openCorpus(folder);
  return recordings.map(({ file, speaker, emotion }) => [file, speaker || "-", emotion].join(" "));
}

const shortGrid = [
  '"ooTextFile"\n"TextGrid"\n0\n60\n<exists>\n3',
  '"IntervalTier"\n"words"\n0\n60\n1\n0\n60\n"he said ""yes"""',
  '"IntervalTier"\n"Emotion"\n0\n60\n3\n0\n1.5\n""\n1.5\n3\n"joy"\n3\n60\n"sad"',
  '"IntervalTier"\n"speaker"\n0\n60\n2\n0\n2.5\n"ann"\n2.5\n60\n"ben"',
].join("\n");

test("labels of Audacity beside recordings are pieces of them, whatever the decimal sign", async () => {
  const folder = unpack({
    "talk.wav": minute,
    "talk.txt": "0.500000\t2.000000\tanger\n\\\t100.0\t2000.0\n2.000000\t3.250000\tjoy\n9\t9\tpoint\n",
    "b/talk2.wav": minute,
    "b/Label Track.txt": "1,5\t2,5\tsad\r\n3,0\t4,0\tneutral\r\n",
    "c/alone.wav": minute,
  });
  assert.deepEqual(await told(folder), [
    "b/talk2.wav#t=1.5,2.5 - sad",
    "b/talk2.wav#t=3,4 - neutral",
    "talk.wav#t=0.5,2 - anger",
    "talk.wav#t=2,3.25 - joy",
  ]);
  assert.match((await openCorpus(folder)).notes![0], /1 recordings are left out, as no track .*alone.wav/);
});

test("a TextGrid gives the tier of emotions, and who speaks; UTF-16 and the short form too", async () => {
  const wanted = ["talk.wav#t=1.5,3 ann joy", "talk.wav#t=3,60 ben sad"];
  assert.deepEqual(await told(unpack({ "talk.wav": minute, "talk.TextGrid": shortGrid })), wanted);
  const utf16 = Buffer.from(`\uFEFF${shortGrid}`, "utf16le");
  assert.deepEqual(await told(unpack({ "wav/talk.wav": minute, "grids/talk.textgrid": utf16 })), [
    "wav/talk.wav#t=1.5,3 ann joy",
    "wav/talk.wav#t=3,60 ben sad",
  ]);
});

test("tiers by speaker name the speakers", async () => {
  const grid = shortGrid.replace('"Emotion"', '"ann"').replace('"speaker"', '"comment"');
  const two = grid.replace('"words"', '"ben"').replace('"he said ""yes"""', '"anger"');
  assert.deepEqual(await told(unpack({ "talk.wav": minute, "talk.TextGrid": two })), [
    "talk.wav#t=0,60 ben anger",
    "talk.wav#t=1.5,3 ann joy",
    "talk.wav#t=3,60 ann sad",
  ]);
});

test("subtitles give cues, voices as speakers", async () => {
  const vtt =
    "WEBVTT - mine\n\nNOTE by hand\n\n1\n00:01.000 --> 00:02.500 align:start\n<v Ann>anger</v>\n\n00:00:03.000 --> 00:00:04.000\n<v.loud Ben>Wut &amp; Zorn\n\n00:00:05.000 --> 00:00:06.000\n<v Ben>joy\n";
  assert.deepEqual(await told(unpack({ "talk.wav": minute, "talk.vtt": vtt })), [
    "talk.wav#t=1,2.5 Ann anger",
    "talk.wav#t=3,4 Ben Wut & Zorn",
    "talk.wav#t=5,6 Ben joy",
  ]);
  const srt = "1\n00:00:01,000 --> 00:00:02,500\nanger\n\n2\n00:00:03,000 --> 00:00:04,000\njoy\n";
  assert.deepEqual(await told(unpack({ "talk.wav": minute, "talk.wav.srt": srt })), [
    "talk.wav#t=1,2.5 - anger",
    "talk.wav#t=3,4 - joy",
  ]);
});

test("a time line that predict wrote opens as a track, to correct and to learn from", async () => {
  const entry = (startSeconds: number, endSeconds: number, emotion: string) => {
    return { startSeconds, endSeconds, emotion, probabilities: { anger: 0.75, joy: 0.75 } };
  };
  const timeline = {
    file: "talk.wav",
    durationSeconds: 60,
    entries: [entry(1, 2, "anger"), entry(3, 5, "joy")],
  };
  for (const name of ["textgrid", "vtt"]) {
    const { ending, text } = timelineFormats[name];
    const folder = unpack({ "talk.wav": minute, [`talk${ending}`]: text(timeline, ["anger", "joy"]) });
    assert.deepEqual(await told(folder), ["talk.wav#t=1,2 - anger", "talk.wav#t=3,5 - joy"]);
  }
});

test("transcripts beside recordings are no tracks; named as such, the tier is asked for", async () => {
  const words = shortGrid.replace('"Emotion"', '"phones"').replace('"joy"', '"AH"').replace('"sad"', '"B"');
  const folder = unpack({ "a/03a01Fa.wav": minute, "a/03a01Fa.TextGrid": words });
  assert.equal((await openCorpus(folder)).adapter, "emodb");
  await assert.rejects(openCorpus(`tracks:${folder}`), /03a01Fa.TextGrid: no tier tells emotions; call/);
});

test("a track in Windows-1252 is read, and it is said", async () => {
  const labels = Buffer.from("0.0\t1.0\tWut\n1.0\t2.0\tÄrger\n", "latin1");
  const folder = unpack({ "talk.wav": minute, "talk.txt": labels });
  assert.deepEqual(await told(folder), ["talk.wav#t=0,1 - Wut", "talk.wav#t=1,2 - Ärger"]);
  assert.match(
    (await openCorpus(folder)).notes![0],
    /talk\.txt is not in UTF-8 and was read as Windows-1252/,
  );
});

test("a document of ELAN gives its tiers; annotations without times have those that they refer to", async () => {
  const annotation = (kind: string, id: string, where: string, value: string) =>
    `<ANNOTATION><${kind}_ANNOTATION ANNOTATION_ID="${id}" ${where}>
      <ANNOTATION_VALUE>${value}</ANNOTATION_VALUE></${kind}_ANNOTATION></ANNOTATION>`;
  const eaf = `<?xml version="1.0"?><ANNOTATION_DOCUMENT><TIME_ORDER>
    <TIME_SLOT TIME_SLOT_ID="ts1" TIME_VALUE="500"/><TIME_SLOT TIME_SLOT_ID="ts2" TIME_VALUE="2000"/>
    <TIME_SLOT TIME_SLOT_ID="ts3"/></TIME_ORDER>
    <TIER LINGUISTIC_TYPE_REF="words" TIER_ID="words" PARTICIPANT="Ann">
    ${annotation("ALIGNABLE", "a1", 'TIME_SLOT_REF1="ts1" TIME_SLOT_REF2="ts2"', "yes &amp; no")}
    ${annotation("ALIGNABLE", "a2", 'TIME_SLOT_REF1="ts2" TIME_SLOT_REF2="ts3"', "open")}</TIER>
    <TIER TIER_ID="emotion@Ann" PARTICIPANT="Ann" PARENT_REF="words">
    ${annotation("REF", "a3", 'ANNOTATION_REF="a1"', "joy")}${annotation("REF", "a4", 'ANNOTATION_REF="a2"', "joy")}</TIER>
    <TIER TIER_ID="empty"/></ANNOTATION_DOCUMENT>`;
  assert.deepEqual(await told(unpack({ "talk.wav": minute, "talk.eaf": eaf })), ["talk.wav#t=0.5,2 Ann joy"]);
});
