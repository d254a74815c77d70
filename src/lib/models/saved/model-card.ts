import { type Markdown, markdown } from "../../markdown";
import type { StressScores } from "./condition-score";
import type { GroupScores } from "./group-scores-by";
import type { Recognizer, SavedNormalization } from "./recognizer";
import type { SavedModelFacts } from "./saved-model-facts";

const normalizations: Readonly<Record<SavedNormalization, string>> = {
  train: "the training recordings",
  speaker:
    "speaker: by the training recordings at first, more and more by the speaker's own as they come in (half and half after 8)",
  clustered:
    "what sounds like one speaker, of recordings that are recognised together; one alone by the training recordings",
};

/**
 * The card of a saved model, in Markdown: data, protocol, scores with intervals, spread over
 * speakers, limits, use, licence.
 */
export function modelCard(recognizer: Recognizer, facts: SavedModelFacts): string {
  const { featureSet, normalize, labels } = recognizer;
  const { model } = recognizer.classifier.save();
  const sections = [
    markdown`# ${model} on ${featureSet}: ${labels.join(", ")}`,
    markdown`Says which of ${labels.length} emotions a recording of speech sounds like. Normalised by ${normalizations[normalize]}.`,
    markdown`## Data\n\n${dataSection(facts)}`,
    markdown`## Scores\n\n${scoreSection(facts)}`,
    ...(facts.groups ? [markdown`## By group\n\n${facts.groups.map(groupSection)}`] : []),
    ...(facts.stress ? [markdown`## Other conditions\n\n${stressSection(facts.stress)}`] : []),
    markdown`## Limits\n\n${limits(facts)}`,
    "## Intended use\n\nResearch and teaching. Not for decisions about people: it hears how acted or recorded speech sounds, not what someone feels.",
    markdown`## Licence\n\nThe recordings: ${facts.corpus.licence ?? "not stated; ask their owner before passing the model on"}. The code: MIT.`,
    markdown`## Versions\n\n${Object.entries(facts.versions).map(([name, version]) => markdown`- ${name} ${version}`)}`,
  ];
  return `${sections.join("\n\n")}\n`;
}

function dataSection({ corpus, sampleRate }: SavedModelFacts): Markdown {
  const counts = Object.entries(corpus.emotions).map(([emotion, count]) => `${emotion} ${count}`);
  return markdown`${[
    markdown`${corpus.name}${corpus.synthetic ? " (synthetic voices)" : ""}: ${corpus.recordings} recordings of ${corpus.speakers} speakers at ${sampleRate} Hz (${counts.join(", ")}).`,
    markdown`The model is trained on all of them. Fingerprint ${corpus.fingerprint}.`,
  ]}`;
}

function scoreSection({ evaluation }: SavedModelFacts): Markdown {
  if (!evaluation) return markdown`Not evaluated: nothing is known of how well it does on new speakers.`;
  const { protocol, uar, accuracy, recallByEmotion, uarBySpeaker } = evaluation;
  const bySpeaker = Object.entries(uarBySpeaker).sort(([, a], [, b]) => a - b);
  const [worst, best] = [bySpeaker[0], bySpeaker[bySpeaker.length - 1]];
  const recalls = Object.entries(recallByEmotion).map(
    ([emotion, recall]) => `${emotion} ${recall.toFixed(2)}`,
  );
  return markdown`The same recipe on speakers that it had not heard: ${protocol}.

| score | value | 95 % over recordings | 95 % over speakers |
|---|---|---|---|
${scoreRow("unweighted average recall", uar)}
${scoreRow("accuracy", accuracy)}

Recall: ${recalls.join(", ")}.
By speaker, unweighted average recall goes from ${worst[1].toFixed(2)} (${worst[0]}) to ${best[1].toFixed(2)} (${best[0]}), over ${bySpeaker.length} speakers.`;
}

function scoreRow(
  name: string,
  { value, recordings, speakers }: NonNullable<SavedModelFacts["evaluation"]>["uar"],
): Markdown {
  const range = ([low, high]: readonly [number, number]) => `${low.toFixed(3)} to ${high.toFixed(3)}`;
  return markdown`| ${name} | ${value.toFixed(3)} | ${range(recordings)} | ${range(speakers)} |`;
}

function groupSection({ column, groups, gap, notes }: GroupScores): Markdown {
  const rows = groups.map(({ name, speakers, recordings, uar }) => {
    const [low, high] = uar.speakers.map((value) => value.toFixed(3));
    return markdown`| ${name} | ${speakers} | ${recordings} | ${uar.value.toFixed(3)} (${low} to ${high}) |`;
  });
  const told = gap
    ? markdown`${gap.best} over ${gap.worst}: ${gap.value.toFixed(3)} (${gap.speakers[0].toFixed(3)} to ${gap.speakers[1].toFixed(3)}). A fair model stays below ${gap.byChance.most.toFixed(3)} in 19 of 20 cases with so many speakers.`
    : markdown`Fewer than two groups have enough speakers: no gap is told.`;
  return markdown`| ${column} | speakers | recordings | unweighted average recall (95 % over speakers) |
|---|---|---|---|
${rows}

${told}${notes.map((note) => markdown` ${note}`)}
`;
}

function stressSection({ corpus, seenInTraining, uar, conditions }: StressScores): Markdown {
  const on = seenInTraining
    ? "On recordings of the corpus that it was trained on, where only what changes says something"
    : "On a corpus of another name than the one that it was trained on (a renamed part of that one would not be noticed)";
  const rows = conditions.map(({ condition, uar: altered, change, unchanged }) => {
    const [low, high] = change.speakers.map((value) => value.toFixed(3));
    return markdown`| ${condition} | ${altered.value.toFixed(3)} | ${change.value.toFixed(3)} (${low} to ${high}) | ${unchanged.toFixed(2)} |`;
  });
  return markdown`${on}: ${corpus.recordings} recordings of ${corpus.speakers} speakers of ${corpus.name}, which reach ${uar.value.toFixed(3)} as they are.

| condition | unweighted average recall | change (95 % over speakers) | unchanged decisions |
|---|---|---|---|
${rows}`;
}

function limits({ corpus }: SavedModelFacts): Markdown {
  return markdown`${[
    markdown`- ${corpus.speakers} speakers, one corpus: other languages, rooms, microphones and spontaneous speech were not tried.`,
    markdown`- Where there is speech, it answers with one of its emotions, also for one that it does not know. Music may pass for speech.`,
    ...(corpus.synthetic
      ? [markdown`- It learned from synthetic voices and says little about human ones.`]
      : []),
    ...(corpus.speakers < 6
      ? [markdown`- ${corpus.speakers} speakers are too few to say how it does on the next one.`]
      : []),
  ]}`;
}
