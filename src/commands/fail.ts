import { CommanderError } from "commander";
import { InputError, UsageError } from "../lib/check";
import { fileErrorText } from "../lib/disk/file-error-text";

/** Tells what went wrong and sets the exit code: 1 failure, 2 wrong usage. */
export function fail(error: unknown): void {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else if (error instanceof UsageError || error instanceof InputError) {
    console.error(error.message);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  } else {
    console.error(fileErrorText(error) ?? error);
    process.exitCode = 1;
  }
}
