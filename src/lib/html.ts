const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** A piece of HTML that `html` made. */
export class Html {
  constructor(readonly text: string) {}

  toString(): string {
    return this.text;
  }
}

/** What `html` takes between its words: HTML stays, a list is joined by lines, all else is text. */
type HtmlPart = Html | string | number | readonly HtmlPart[];

/**
 * HTML in which every value is text, whatever stands in it; attributes must be in quotes.
 *
 * @example String(html`<b>${"<img onerror=alert(1)>"}</b>`) // "<b>&lt;img onerror=alert(1)&gt;</b>"
 */
export function html(words: TemplateStringsArray, ...values: readonly HtmlPart[]): Html {
  return new Html(String.raw({ raw: words }, ...values.map(partText)));
}

function partText(value: HtmlPart): string {
  if (value instanceof Html) return value.text;
  if (typeof value === "object") return value.map(partText).join("\n");
  return String(value).replace(/[&<>"']/g, (character) => entities[character]);
}
