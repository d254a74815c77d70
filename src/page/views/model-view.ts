import type { ModelSummary, NamedModel } from "../sources/live-source";

/**
 * What someone should know of the model before believing it: data, scores on unseen speakers with
 * their intervals, limits.
 */
export function showModel(place: HTMLElement, model: ModelSummary): void {
  place.replaceChildren(
    ...paragraphsOf(model),
    ...(model.others ?? []).flatMap((other) => [headingOf(other), ...paragraphsOf(other)]),
  );
}

function headingOf({ name }: NamedModel): HTMLElement {
  const heading = document.createElement("h3");
  heading.textContent = `Beside it: ${name}`;
  return heading;
}

function paragraphsOf({
  labels,
  featureSet,
  normalize,
  facts,
}: Omit<ModelSummary, "others" | "corrections">): HTMLElement[] {
  const { corpus, evaluation } = facts;
  const paragraphs = [
    `It tells ${listed(labels)} apart by ${featureSet}. It learned from ${corpus.name}${corpus.synthetic ? ", spoken by a synthesizer" : ""}: ${corpus.recordings} recordings of ${corpus.speakers} speakers.`,
    evaluation
      ? scoreText(evaluation)
      : "Nobody has measured how well it does on speakers that it has not heard.",
    `${corpus.synthetic ? "Synthetic voices and acted emotions" : "Emotions in recordings are mostly acted, and acted emotions"} are not feelings: it hears what speech sounds like, not what someone feels. Other rooms, microphones and languages than those of its recordings were not tried. Do not use it for decisions about people.`,
    ...(normalize === "speaker"
      ? ["It was trained with each speaker's own averages: it gets better as it hears more of one voice."]
      : []),
  ];
  return paragraphs.map((text) => {
    const paragraph = document.createElement("p");
    paragraph.textContent = text;
    return paragraph;
  });
}

function scoreText({ protocol, uar }: NonNullable<ModelSummary["facts"]["evaluation"]>): string {
  const [low, high] = uar.speakers.map(percent);
  return `On speakers that it had not heard, it finds ${percent(uar.value)} of each emotion's recordings on average (95 % interval over speakers: ${low} to ${high}; ${protocol}).`;
}

function percent(part: number): string {
  return `${Math.round(100 * part)} %`;
}

function listed(labels: readonly string[]): string {
  return `${labels.slice(0, -1).join(", ")} and ${labels[labels.length - 1]}`;
}
