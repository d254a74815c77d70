/** A piece of Markdown that `markdown` made. */
export class Markdown {
  constructor(readonly text: string) {}

  toString(): string {
    return this.text;
  }
}

/**
 * What `markdown` takes between its words: Markdown stays, a list is joined by lines, all else is
 * text.
 */
type MarkdownPart = Markdown | string | number | readonly MarkdownPart[];

/**
 * Markdown in which every value is text, whatever stands in it: no link, no HTML, no emphasis.
 * Between backticks a value is code.
 *
 * @example String(markdown`**Speaker ${"<b>_x_"}**: ${3} files`) // "**Speaker \\<b>\\_x\\_**: 3 files"
 */
export function markdown(words: TemplateStringsArray, ...values: readonly MarkdownPart[]): Markdown {
  const parts = values.map((value, i) => {
    const isCode = words[i].endsWith("`") && words[i + 1].startsWith("`");
    return partText(value, isCode ? codeText : plainText);
  });
  return new Markdown(String.raw({ raw: words }, ...parts));
}

/**
 * Markdown that others wrote, such as a model's card, with its HTML and its script links as text: a
 * word joiner, which nobody sees, keeps a tag, an entity and a scheme from being one.
 *
 * @example harmless("<b>").text.length // 4
 */
export function harmless(text: string): Markdown {
  return new Markdown(
    text
      .replace(/<(?=[a-z/!?])/gi, "<\u2060")
      .replace(/&(?=[a-z#])/gi, "&\u2060")
      .replace(/(javascript|vbscript|data)(?=\\*:)/gi, "$1\u2060"),
  );
}

function partText(value: MarkdownPart, written: (text: string) => string): string {
  if (value instanceof Markdown) return value.text;
  if (typeof value === "object") return value.map((part) => partText(part, written)).join("\n");
  return written(oneLine(String(value)));
}

/** A line break could begin a heading, a list or a code block. */
function oneLine(text: string): string {
  return text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, " ");
}

/**
 * An underscore within a word and a sign that stands alone mean nothing, so they stay as they are.
 * A value that is a number has a true minus sign.
 */
function plainText(text: string): string {
  return text
    .replace(/^-(?=[\d.]+$)/, "−")
    .replace(/[\\`*[\]|$]|[<~](?=\S)|&(?=#?\w+;)/g, "\\$&")
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_");
}

function codeText(text: string): string {
  return text.replaceAll("`", "'");
}
