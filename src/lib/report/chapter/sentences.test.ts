import assert from "node:assert/strict";
import { test } from "node:test";
import { firstAxisText } from "./first-axis-text";
import { floorText } from "./floor-text";
import { randomSplitText } from "./random-split-text";
import { surenessText } from "./sureness-text";

const uar = { value: 0.5, speakers: [0.45, 0.52] } as const;
const decided = (...said: string[]) => ({ predictions: said.map((predicted) => ({ predicted })) as never });

test("the first direction is the emotion's, the speaker's, or both's", () => {
  assert.match(String(firstAxisText(0.3, 0.1)), /\*\*emotion\*\* more than the speaker/);
  assert.match(String(firstAxisText(0.1, 0.3)), /\*\*speaker\*\* more than the emotion.*look past/);
  assert.match(String(firstAxisText(0.3, 0.305)), /equally well/);
});

test("a floor of one emotion is explained otherwise than one of several", () => {
  assert.match(String(floorText(decided("anger", "anger"))), /always says anger\. .*one divided by/);
  assert.match(
    String(floorText(decided("anger", "anger", "fear"))),
    /anger for 2 recordings, fear for 1 recording\./,
  );
});

test("a random split that claims more, as much, more than the bars, or less", () => {
  assert.match(String(randomSplitText(uar, 0.7)), /\+0\.200.*speakers that were known/);
  assert.match(String(randomSplitText(uar, 0.51)), /\+0\.010.*within the bars/);
  assert.match(String(randomSplitText(uar, 0.54)), /and yet beyond the bars/);
  assert.match(String(randomSplitText(uar, 0.4)), /−0\.100.*brought nothing/);
});

test("errors that are less sure warn, equally sure ones do not, and none says nothing", () => {
  assert.match(String(surenessText([0.9, 0.9, 0.4], [true, true, false])), /errors 0\.40\. .*is a warning/);
  assert.match(String(surenessText([0.9, 0.9, 0.9], [true, true, false])), /hardly warns/);
  assert.match(String(surenessText([0.9, 0.8], [true, true])), /None of them is wrong/);
});
