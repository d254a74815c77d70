import assert from "node:assert/strict";
import { test } from "node:test";
import { Html, html } from "./html";
import { harmless, markdown } from "./markdown";

const hostile = "<img src=x onerror='alert(1)'> [a](javascript:alert(1)) `b` **c** | &lt;\n\n# d";

test("a value in Markdown is neither HTML, nor a link, nor emphasis, nor a block of its own", () => {
  const { text } = markdown`a ${hostile} z`;
  assert.equal(
    text,
    "a \\<img src=x onerror='alert(1)'> \\[a\\](javascript:alert(1)) \\`b\\` \\*\\*c\\*\\* \\| \\&lt; # d z",
  );
});

test("a value between backticks cannot leave its code", () => {
  assert.equal(markdown`\`${"a`<b>`\n\n<i>"}\``.text, "`a'<b>' <i>`");
});

test("ordinary names stay as they are", () => {
  for (const name of ["svm-rbf", "egemaps-v02", "F0_sma3nz_mean", "group-5 + R&B", "wav/03a01Fa.wav", "< 6"])
    assert.equal(markdown`${name}`.text, name);
});

test("what the tags made stays as it is, in lists, too", () => {
  assert.equal(markdown`${[markdown`**a**`, "*b*"]}`.text, "**a**\n\\*b\\*");
  assert.equal(html`${[html`<b>a</b>`, "<b>"]}`.text, "<b>a</b>\n&lt;b&gt;");
});

test("a value in HTML cannot leave its quotes", () => {
  assert.equal(html`<i title="${'"><script>'}">`.text, '<i title="&quot;&gt;&lt;script&gt;">');
  assert.ok(html`` instanceof Html);
});

test("in Markdown of others no tag, entity or script link is left", () => {
  const { text } = harmless("<b>x</b> <!-- --> [a](JavaScript\\:b) [c](java&#115;cript:d) 1 < 2 **e**");
  assert.doesNotMatch(text, /<[a-z/!?]|javascript\\*:|&[a-z#]/i);
  assert.match(text, /1 < 2 \*\*e\*\*$/);
});
