import type { z } from "zod";

type Issue = z.core.$ZodIssue;

/**
 * What is wrong with an experiment, in a sentence: the setting, what it may be and what it is.
 *
 * @example experimentError([{ code: "custom", path: ["seeds"], message: "Wrong", input: true }], { seeds: true }) // '"seeds": Wrong; it is true'
 */
export function experimentError([issue]: readonly Issue[], value: unknown): string {
  const { path, message } = innermost(issue, []);
  const given = path.reduce<unknown>((inside, key) => (inside as never)?.[key], value);
  const told = given === undefined || path.length === 0 ? "" : `; it is ${shortened(JSON.stringify(given))}`;
  return `${path.length > 0 ? `"${path.join(".")}": ` : ""}${message}${told}`;
}

interface Told {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  /** Whether it was none of this form at all. */
  readonly isOther: boolean;
}

/** Of several allowed forms the one that the value comes closest to. */
function innermost(issue: Issue, before: readonly PropertyKey[]): Told {
  const path = [...before, ...issue.path];
  const told = { path, message: issue.message, isOther: issue.code === "invalid_type" };
  if (issue.code !== "invalid_union") return told;
  const forms = issue.errors.flatMap(([first]) => (first ? [innermost(first, path)] : []));
  const [closest = told] = forms.sort(
    (a, b) => Number(a.isOther) - Number(b.isOther) || b.path.length - a.path.length,
  );
  return closest;
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}...` : text;
}
