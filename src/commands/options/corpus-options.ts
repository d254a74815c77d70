import type { Command } from "commander";
import type { OpenCorpusOptions } from "../../lib/corpus/open-corpus";
import { positiveInteger, positiveNumber } from "./number-options";

/** What the options of a corpus give; the same for every command that takes `--corpus`. */
export interface CorpusOptions extends Pick<OpenCorpusOptions, "name" | "audioRoot" | "speakerFrom"> {
  readonly corpus: string;
  /** Whether unreadable files are left out. */
  readonly skipBad?: boolean;
  /** Path of a label map. */
  readonly map?: string;
  readonly where?: string[];
  readonly channel?: number;
  readonly limitPerSpeaker?: number;
  readonly minSeconds?: number;
  readonly maxSeconds?: number;
}

/**
 * Adds the options of a corpus to a command.
 *
 * @param presence of `--corpus` itself: `required`, `optional`, or the corpus that is taken by
 *   default
 */
export function addCorpusOptions(
  command: Command,
  presence: "required" | "optional" | { standard: string },
): Command {
  const [flags, words] = [
    "--corpus <where>",
    "a folder or manifest, or adapter:DIR (emodb:DIR; see ser corpora)",
  ];
  if (presence === "required") command.requiredOption(flags, words);
  else if (presence === "optional") command.option(flags, words);
  else command.option(flags, words, presence.standard);
  command.option(
    "--name <name>",
    "name of the corpus and its results folder (default: the folder's or manifest's)",
  );
  return addCorpusSelection(command);
}

/**
 * Adds the options of a corpus that several corpora can have in common: how each is opened, and
 * which of its recordings are taken.
 */
export function addCorpusSelection(command: Command): Command {
  return command
    .option("--audio-root <dir>", "the folder that a manifest's paths count from (default: its own)")
    .option(
      "--speaker-from <pattern>",
      'who speaks: a regular expression whose group is the speaker in a file\'s path ("^(s\\d+)_"), "folder", or "file" (each file has a speaker of its own)',
    )
    .option("--map <file>", 'new names of labels, as JSON: {"Wut": "anger", "other": null}; null leaves out')
    .option(
      "--where <condition...>",
      'which recordings: "emotion in anger,neutral", "split != test", "age >= 18"',
    )
    .option(
      "--channel <n>",
      "which channel of each recording, from 1 (default: all averaged)",
      positiveInteger,
    )
    .option(
      "--limit-per-speaker <n>",
      "at most so many of each speaker, evenly over the emotions",
      positiveInteger,
    )
    .option("--min-seconds <s>", "leave shorter recordings out", positiveNumber)
    .option("--max-seconds <s>", "leave longer recordings out", positiveNumber)
    .option("--skip-bad", "list unreadable files and leave them out");
}
