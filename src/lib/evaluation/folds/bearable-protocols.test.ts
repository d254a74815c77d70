import assert from "node:assert/strict";
import { test } from "node:test";
import { bearableProtocols } from "./bearable-protocols";

/** Each speaker says each text in each emotion. */
function recordings(
  speakers: readonly string[],
  texts: readonly string[],
  extra: (speaker: string) => Readonly<Record<string, string>> = () => ({}),
) {
  return speakers.flatMap((speaker) =>
    texts.flatMap((text) =>
      ["anger", "joy"].map((emotion) => ({
        file: `${speaker} ${text} ${emotion}.wav`,
        speaker,
        emotion,
        extra: { text, ...extra(speaker) },
      })),
    ),
  );
}
const names = (count: number) => Array.from({ length: count }, (_, i) => `voice${i}`);
const foldsOf = (of: Parameters<typeof bearableProtocols>[0]) =>
  bearableProtocols(of).map(({ folds }) => folds);

test("speakers who all say the same texts bear both to be unseen", () => {
  assert.deepEqual(foldsOf(recordings(names(5), ["a", "b"])), ["loso", "speaker+text"]);
});

test("the corpus's own folds come first, where they can be made", () => {
  const split = (speaker: string) => ({ split: speaker === "voice0" ? "test" : "train" });
  assert.deepEqual(foldsOf(recordings(names(5), ["a"], split)), ["official", "loso"]);
  assert.deepEqual(foldsOf(recordings(names(5), ["a"], () => ({ split: "train" }))), ["loso"]);
});

test("many speakers are held out in groups, few are said to be few", () => {
  assert.deepEqual(foldsOf(recordings(names(50), ["a"])), ["stratified-group-10"]);
  assert.match(bearableProtocols(recordings(names(2), ["a"]))[0].says, /2 voices are too few/);
});

test("an emotion of one or two voices is said", () => {
  const rare = { file: "x.wav", speaker: "voice0", emotion: "fear", extra: { text: "a" } };
  assert.match(bearableProtocols([...recordings(names(5), ["a"]), rare])[0].says, /fear is of 1 voices only/);
});

test("without known speakers only what leaks is left, and it is said", () => {
  const [only, ...others] = bearableProtocols(recordings([""], ["a", "b"]));
  assert.equal(only.folds, "random-5");
  assert.match(only.says, /same voices are in training and test/);
  assert.deepEqual(others, []);
});
