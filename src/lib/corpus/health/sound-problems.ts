import type { CheckedRecording } from "../recording";
import type { SampleFacts } from "../sample-facts";
import { isSameSound, type ReadPrint, readPrint } from "../sound-print";
import { inFiles } from "./in-files";
import type { Problem } from "./problem";

type Heard = CheckedRecording & { readonly facts: { readonly samples: SampleFacts } };

/** What is told of the files for which it holds. */
const findings: readonly (readonly [holds: (heard: Heard) => boolean, message: string])[] = [
  [({ facts }) => facts.samples.peak < 1e-3, "silent; remove it or copy it again"],
  [
    ({ facts: { samples } }) => samples.peak >= 1e-3 && samples.silentShare > 0.7,
    "silence for more than 70 % of the time; cut it",
  ],
  [
    ({ facts }) => facts.samples.clippedShare > 1e-3,
    "clipped: more than .1 % of the samples stand at the highest value; its loudness and voice quality are wrong",
  ],
  [
    ({ facts }) => facts.samples.dcOffset > 0.005,
    "an offset (DC) of more than .005 of full scale; a conditioned: feature set removes it",
  ],
  [({ facts }) => facts.durationSeconds < 0.25, "shorter than a quarter of a second, which is no utterance"],
];

/** What the telephone carries, and a recording at 8 kHz can hold, in Hz. */
const telephoneHz = 4100;
/** Two copies of a sound differ in length by at most this much: codecs pad. */
const paddingSeconds = 0.15;

/**
 * What the samples of a corpus tell against it; nothing of recordings whose samples nobody has
 * measured.
 */
export function soundProblems(recordings: readonly CheckedRecording[]): Problem[] {
  const files = [...new Map(recordings.map((recording) => [recording.path, recording])).values()];
  const heard = files.filter((recording): recording is Heard => recording.facts.samples !== undefined);
  const found = findings.flatMap(([holds, message]) => inFiles(heard.filter(holds), message));
  return [...found, ...narrowProblems(heard), ...sameSounds(heard).map(sameSoundProblem)];
}

function narrowProblems(heard: readonly Heard[]): Problem[] {
  const narrow = heard.filter(({ facts: { samples, sampleRate } }) => {
    return sampleRate >= 16000 && samples.peak >= 1e-3 && samples.bandwidthHz < telephoneHz;
  });
  // One recording of dark vowels is no sign; where nearly all are narrow, the line was.
  if (narrow.length * 10 < heard.length * 9) return [];
  return inFiles(
    narrow,
    `nothing above ${telephoneHz} Hz, though the sample rate could hold it: recorded at 8 kHz or over a telephone`,
  );
}

/** A recording with its print ready to be compared. */
interface Printed {
  readonly heard: Heard;
  readonly print: ReadPrint;
}

/** Groups of files that hold the same sound in other bytes. */
function sameSounds(heard: readonly Heard[]): Heard[][] {
  const printed = heard.flatMap((one): Printed[] => {
    const print = readPrint(one.facts.samples.print);
    return print === undefined ? [] : [{ heard: one, print }];
  });
  const sorted = printed.sort((a, b) => secondsOf(a) - secondsOf(b));
  const groups: Heard[][] = [];
  const grouped = new Set<Printed>();
  for (const [i, one] of sorted.entries()) {
    if (grouped.has(one)) continue;
    const copies = nextInLength(sorted, i).filter((other) => !grouped.has(other) && isCopy(one, other));
    for (const copy of copies) grouped.add(copy);
    const group = [one, ...copies].map((member) => member.heard);
    if (copies.length > 0) groups.push(group.sort((a, b) => (a.file < b.file ? -1 : 1)));
  }
  return groups;
}

/** Those that follow in a list sorted by duration, and are not longer by more than codecs pad. */
function nextInLength(sorted: readonly Printed[], at: number): Printed[] {
  const most = secondsOf(sorted[at]) + paddingSeconds;
  let end = at + 1;
  while (end < sorted.length && secondsOf(sorted[end]) <= most) end++;
  return sorted.slice(at + 1, end);
}

function secondsOf({ heard }: Printed): number {
  return heard.facts.durationSeconds;
}

/** The same bytes are told by `duplicateProblems`. */
function isCopy(one: Printed, other: Printed): boolean {
  const [a, b] = [one.heard.facts, other.heard.facts];
  return isSameSound(one.print, other.print) && !(a.fileBytes === b.fileBytes && a.middle === b.middle);
}

function sameSoundProblem(same: readonly Heard[]): Problem {
  const speakers = new Set(same.map(({ speaker }) => speaker)).size;
  const leak = speakers > 1 ? ` under ${speakers} speakers, so that it may be in training and test` : "";
  const [{ file, row }] = same;
  const names = same.map((recording) => recording.file).join(", ");
  return {
    severity: "suspicious",
    file,
    row,
    message: `${names} sound the same (another header, level or format)${leak}; keep one`,
  };
}
