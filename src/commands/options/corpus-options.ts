import { type Command, Option } from "commander";
import type { OpenCorpusOptions } from "../../lib/corpus/open-corpus";
import { CORPUS_SETTINGS, type CorpusSetting, EXPERIMENT_SETTINGS } from "../../lib/runs/sweep/settings";
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
  const [flags, words] = ["--corpus <where>", EXPERIMENT_SETTINGS.corpus];
  if (presence === "required") command.requiredOption(flags, words);
  else if (presence === "optional") command.option(flags, words);
  else command.option(flags, words, presence.standard);
  return addCorpusSelection(command.option("--name <name>", EXPERIMENT_SETTINGS.name));
}

/**
 * Adds the options of a corpus that several corpora can have in common: how each is opened, and
 * which of its recordings are taken.
 */
export function addCorpusSelection(command: Command): Command {
  for (const setting of Object.values(CORPUS_SETTINGS)) command.addOption(optionOf(setting));
  return command;
}

function optionOf({ flag, takes, tells }: CorpusSetting): Option {
  const option = new Option(flag, tells);
  if (takes === "count") return option.argParser(positiveInteger);
  return takes === "seconds" ? option.argParser(positiveNumber) : option;
}
