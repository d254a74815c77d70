import { download } from "../download";
import { othersSentence } from "../others-text";
import { pageElement } from "../page-element";
import { resultsCsv, resultsJson } from "../results-text";
import type { Session } from "../session";
import type { ModelSummary } from "../sources/live-source";
import { learnedVoiceSentence, voiceSentence } from "../voice-text";
import type { CorrectionsView } from "./corrections-view";
import { UtteranceTable } from "./utterance-table";

/**
 * The results of a session: the table, what is told to screen readers, and the buttons that save
 * them.
 */
export class ResultsView {
  private readonly table: UtteranceTable;
  private readonly voice = document.querySelector<HTMLElement>("#decision .voice")!;
  private readonly others = document.querySelector<HTMLElement>("#decision .others")!;
  private readonly learnedVoice = pageElement("learned-voice");
  private session: Session | undefined;
  private announced = 0;

  /** @param onChosen called with the time of a row that was chosen, to play from there */
  constructor(
    private readonly model: Pick<ModelSummary, "labels" | "normalize" | "others">,
    onChosen: (seconds: number) => void,
    corrections?: CorrectionsView,
  ) {
    this.learnedVoice.hidden = model.normalize !== "speaker";
    const others = (model.others ?? []).map(({ name }) => name);
    this.table = new UtteranceTable(
      pageElement<HTMLTableSectionElement>("utterances"),
      others,
      onChosen,
      corrections,
    );
    pageElement("csv").addEventListener("click", () => this.save("csv", "text/csv"));
    pageElement("json").addEventListener("click", () => this.save("json", "application/json"));
  }

  /** Shows what is new since the last call. */
  show(session: Session): void {
    if (session !== this.session) this.restart(session);
    this.table.show(session);
    this.tellMore(session);
    const any = session.utterances.length > 0 || session.whole !== undefined;
    pageElement("no-utterances").hidden = any;
    for (const id of ["csv", "json"]) pageElement<HTMLButtonElement>(id).disabled = !any;
    this.announce(session);
  }

  private tellMore(session: Session): void {
    const sentences = [othersSentence(session), voiceSentence(session), learnedVoiceSentence(session)];
    [this.others, this.voice, this.learnedVoice].forEach((place, i) => {
      if (place.textContent !== sentences[i]) place.textContent = sentences[i];
    });
  }

  private restart(session: Session): void {
    this.session = session;
    this.announced = 0;
    pageElement("announcement").textContent = "";
  }

  /** For screen readers: recordings and utterances only, since windows come twice a second. */
  private announce({ name, whole, toldWhole, utterances, reason }: Session): void {
    const count = utterances.length + (whole ? 1 : 0);
    if (count === this.announced) return;
    this.announced = count;
    const told = whole ? toldWhole : utterances[utterances.length - 1];
    const words = told ? (told.emotion ?? "not sure") : reason;
    pageElement("announcement").textContent = whole ? `${name}: ${words}` : `Utterance ${count}: ${words}`;
  }

  private save(extension: "csv" | "json", type: string): void {
    const { session, model } = this;
    if (!session) return;
    const text = extension === "csv" ? resultsCsv(session, model.labels) : resultsJson(session);
    download(`${session.name.replace(/\.[^.]*$/, "")}-emotions.${extension}`, type, text);
  }
}
