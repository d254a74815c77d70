import type { CheckedRecording } from "../recording";
import type { SampleFacts } from "../sample-facts";
import { isSameSound } from "../sound-print";
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

/** Groups of files that hold the same sound in other bytes. */
function sameSounds(heard: readonly Heard[]): Heard[][] {
  const sorted = [...heard].sort((a, b) => a.facts.durationSeconds - b.facts.durationSeconds);
  const groups: Heard[][] = [];
  const grouped = new Set<Heard>();
  for (const [i, one] of sorted.entries()) {
    if (grouped.has(one)) continue;
    const group = [one];
    for (let k = i + 1; k < sorted.length; k++) {
      const other = sorted[k];
      if (other.facts.durationSeconds - one.facts.durationSeconds > paddingSeconds) break;
      if (!grouped.has(other) && isCopy(one, other)) group.push(other);
    }
    for (const recording of group) grouped.add(recording);
    if (group.length > 1) groups.push(group.sort((a, b) => (a.file < b.file ? -1 : 1)));
  }
  return groups;
}

/** The same bytes are told by `duplicateProblems`. */
function isCopy({ facts: one }: Heard, { facts: other }: Heard): boolean {
  if (one.fileBytes === other.fileBytes && one.middle === other.middle) return false;
  return isSameSound(one.samples.print, other.samples.print);
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
