import { InputError } from "../../check";
import type { Corpus, Recording } from "../recording";
import { isMissing } from "../words/is-missing";
import { applyLabelMap } from "./apply-label-map";
import { limitPerSpeaker } from "./limit-per-speaker";
import { pickChannel } from "./pick-channel";
import type { Selection } from "./selection";
import { whereClause } from "./where-clause";

/**
 * Maps labels, filters recordings by their rows and picks a channel: what can be done before any
 * file is opened.
 *
 * @throws InputError where nothing is left
 */
export function selectRecordings(corpus: Corpus, selection?: Selection): Corpus {
  if (selection === undefined) return { ...corpus, recordings: withoutUnknownSpeakers(corpus.recordings) };
  const { map, where = [], channel } = selection;
  const mapped = map && applyLabelMap(corpus.recordings, map);
  const clauses = where.map(whereClause);
  const before = mapped?.recordings ?? corpus.recordings;
  const held = before.filter((recording) => clauses.every((holds) => holds(recording)));
  if (held.length === 0)
    throw new InputError(
      `${corpus.name}: none of ${before.length} recordings is left by --where ${where.join(" --where ")}`,
    );
  const notes = [...(corpus.notes ?? []), ...(mapped?.notes ?? []), ...leftOut(before, held, "--where")];
  const recordings = withoutUnknownSpeakers(channel === undefined ? held : pickChannel(held, channel));
  return { ...corpus, recordings, selection, notes };
}

/**
 * Filters checked recordings by their durations, then takes so many of each speaker, as the
 * corpus's selection says.
 *
 * @throws InputError where nothing is left
 */
export function selectByDuration(corpus: Corpus): Corpus {
  const {
    minSeconds = 0,
    maxSeconds = Number.POSITIVE_INFINITY,
    limitPerSpeaker: most,
  } = corpus.selection ?? {};
  const fits = ({ facts }: Recording) =>
    facts === undefined || (facts.durationSeconds >= minSeconds && facts.durationSeconds <= maxSeconds);
  const fitting = corpus.recordings.filter(fits);
  const recordings = most === undefined ? fitting : limitPerSpeaker(fitting, most);
  if (recordings.length === 0)
    throw new InputError(
      `${corpus.name}: no recording is ${minSeconds} to ${maxSeconds} s long; choose other bounds`,
    );
  const notes = [
    ...(corpus.notes ?? []),
    ...leftOut(corpus.recordings, fitting, "--min-seconds and --max-seconds"),
    ...leftOut(fitting, recordings, "--limit-per-speaker"),
  ];
  return { ...corpus, recordings, notes };
}

/** Where every speaker is "unknown" or the like, the speakers are not known. */
function withoutUnknownSpeakers(recordings: readonly Recording[]): readonly Recording[] {
  if (!recordings.every(({ speaker }) => isMissing(speaker))) return recordings;
  return recordings.map((recording) => ({ ...recording, speaker: "" }));
}

function leftOut(before: readonly unknown[], after: readonly unknown[], by: string): string[] {
  if (before.length === after.length) return [];
  return [`${before.length - after.length} of ${before.length} recordings are left out by ${by}.`];
}
