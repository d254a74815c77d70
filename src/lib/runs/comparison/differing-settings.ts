import type { Run } from "../run-files";

/** A setting in which runs differ, with the value of each run in their order. */
export interface DifferingSetting {
  readonly name: string;
  readonly values: readonly string[];
}

/**
 * In what runs differ: settings, corpus, versions and the numbers of feature sets and models,
 * without their scores.
 *
 * @example differingSettings([run, chance])[0] // { name: "model", values: ["lda", "majority"] }
 */
export function differingSettings(runs: readonly Run[]): DifferingSetting[] {
  const flat = runs.map(({ record: { settings, corpus, versions, numbers } }) => {
    const { name, fingerprint } = corpus;
    return {
      ...settings,
      corpus: name,
      fingerprint,
      ...prefixed("version of ", versions),
      ...prefixed("numbers of ", numbers),
    };
  });
  const names = [...new Set(flat.flatMap((one) => Object.keys(one)))];
  return names
    .map((name) => ({ name, values: flat.map((one) => textOf((one as Record<string, unknown>)[name])) }))
    .filter(({ values }) => new Set(values).size > 1);
}

function prefixed(prefix: string, values: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [prefix + name, value]));
}

function textOf(value: unknown): string {
  if (value === undefined) return "–";
  return typeof value === "string" ? value : JSON.stringify(value);
}
