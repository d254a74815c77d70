import ts from "typescript";

/** One statement of an example, with what the comment behind it says of its result. */
export interface ExampleStep {
  readonly code: string;
  /** A literal, `throws "..."`, `R rows x C columns` or `N numbers`; none: it is only run. */
  readonly expected?: string;
  /** The name that the statement declares, whose value is then the result. */
  readonly declares?: string;
}

/** An `@example` of a docstring. */
export interface Example {
  readonly file: string;
  readonly line: number;
  readonly steps: readonly ExampleStep[];
}

/** All examples in a file's docstrings. */
export function readExamples(file: string, source: string): Example[] {
  return [...source.matchAll(/\/\*\*[\s\S]*?\*\//g)].flatMap((comment) => {
    const lines = comment[0].split("\n").map((line) => line.replace(/^\s*(\/\*\*|\*\/|\*) ?/, ""));
    const first = source.slice(0, comment.index).split("\n").length;
    return examplesIn(lines.map((line) => line.replace(/\s*\*\/$/, ""))).map(({ at, text }) => ({
      file,
      line: first + at,
      steps: stepsOf(text),
    }));
  });
}

function examplesIn(lines: readonly string[]): { at: number; text: string }[] {
  const starts = lines.flatMap((line, i) => (line.startsWith("@") ? [i] : []));
  return starts
    .filter((start) => lines[start].startsWith("@example"))
    .map((start) => {
      const end = starts.find((other) => other > start) ?? lines.length;
      const text = [lines[start].replace("@example", ""), ...lines.slice(start + 1, end)].join("\n");
      return { at: start, text };
    });
}

function stepsOf(text: string): ExampleStep[] {
  const file = ts.createSourceFile("example.ts", text, ts.ScriptTarget.ES2022, true);
  return file.statements.map((statement) => {
    const [comment] = ts.getTrailingCommentRanges(text, statement.end) ?? [];
    const declared = ts.isVariableStatement(statement) && statement.declarationList.declarations[0].name;
    return {
      code: statement.getText().replace(/;$/, ""),
      expected: comment && text.slice(comment.pos + 2, comment.end).trim(),
      declares: declared && ts.isIdentifier(declared) ? declared.text : undefined,
    };
  });
}
