import type { TrainableCorrections } from "../../lib/live/correction";
import { pageElement } from "../page-element";
import type { RecordedSound } from "../recorded-sound";
import type { Session } from "../session";
import type { LiveSource, ModelSummary } from "../sources/live-source";

/**
 * Lets someone say what an utterance was, where the service keeps such corrections: asked first,
 * told where, and with the command that trains on them.
 */
export class CorrectionsView {
  private readonly consent = pageElement<HTMLInputElement>("keep");
  private readonly speaker = pageElement<HTMLInputElement>("speaker");
  private readonly choices = new Set<HTMLSelectElement>();

  /** @param soundOf the sound of the session that is shown */
  constructor(
    private readonly source: LiveSource,
    private readonly labels: readonly string[],
    kept: TrainableCorrections,
    private readonly soundOf: () => RecordedSound | undefined,
  ) {
    pageElement("corrections").hidden = false;
    pageElement("keep-where").textContent =
      `The sound of an utterance that you correct is kept in ${kept.folder} on this machine, with the emotion and the name beside it; nothing else is, and nothing is sent anywhere.`;
    this.consent.addEventListener("change", () => this.enable());
    this.tell(kept);
  }

  /** The choice for one utterance's row. */
  choiceFor(session: Session, index: number): HTMLSelectElement {
    const choice = document.createElement("select");
    choice.ariaLabel = `What utterance ${index + 1} was`;
    choice.append(new Option("correct it", ""), ...this.labels.map((label) => new Option(label, label)));
    choice.addEventListener("change", () => void this.keep(session, index, choice));
    this.choices.add(choice);
    choice.disabled = !this.consent.checked;
    return choice;
  }

  private enable(): void {
    for (const choice of this.choices) {
      if (choice.isConnected) choice.disabled = !this.consent.checked;
      else this.choices.delete(choice);
    }
  }

  private async keep(session: Session, index: number, choice: HTMLSelectElement): Promise<void> {
    const utterance = session.utterances[index];
    const wav = this.soundOf()?.part(utterance.startSeconds, utterance.endSeconds);
    const predicted = session.toldOf(utterance).emotion ?? "";
    const correction = { emotion: choice.value, speaker: this.speaker.value.trim(), predicted };
    choice.disabled = true;
    try {
      if (!wav) throw new Error("the sound is no longer there, as recordings above ten minutes are not held");
      this.tell(await this.source.correct!(wav, correction), `Utterance ${index + 1} is kept. `);
      this.choices.delete(choice);
    } catch (error) {
      choice.disabled = false;
      choice.value = "";
      pageElement("kept").textContent = `Not kept: ${(error as Error).message}`;
    }
  }

  private tell({ recordings, speakers, emotions, train }: TrainableCorrections, news = ""): void {
    const isEnough = speakers > 1 && emotions > 1;
    const counts = `Kept so far: utterances ${recordings}, speakers ${speakers}, emotions ${emotions}. `;
    const next = isEnough
      ? "This trains a model on them, in the project's folder:"
      : "Training takes two speakers and two emotions at least; then this does it, in the project's folder:";
    pageElement("kept").textContent = news + counts + next;
    pageElement("train").textContent = train;
  }
}

/** The view, where the service keeps corrections. */
export function correctionsOf(
  source: LiveSource,
  { labels, corrections }: ModelSummary,
  soundOf: () => RecordedSound | undefined,
): CorrectionsView | undefined {
  return corrections && new CorrectionsView(source, labels, corrections, soundOf);
}
