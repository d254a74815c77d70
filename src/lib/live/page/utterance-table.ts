import type { UtteranceEvent } from "../live-event";
import type { Session } from "./session";
import { timeText } from "./time-text";

/** The results by utterance, the latest first, a whole recording above them. */
export class UtteranceTable {
  private shown = 0;
  private session: Session | undefined;

  /**
   * @param body of the table
   * @param onChosen called with the time of a row that was chosen, to play from there
   */
  constructor(
    private readonly body: HTMLTableSectionElement,
    private readonly onChosen: (seconds: number) => void,
  ) {}

  /** Adds what is new since the last call. */
  show(session: Session): void {
    if (this.session !== session) this.restart(session);
    for (; this.shown < session.utterances.length; this.shown++) {
      this.body.prepend(this.row(String(this.shown + 1), session.utterances[this.shown]));
    }
    if (session.whole && !this.body.querySelector(".whole")) {
      const row = this.row("all", { startSeconds: 0, endSeconds: session.seconds, ...session.whole });
      row.classList.add("whole");
      this.body.prepend(row);
    }
  }

  private restart(session: Session): void {
    this.session = session;
    this.shown = 0;
    this.body.replaceChildren();
  }

  private row(
    name: string,
    { startSeconds, endSeconds, emotion, probabilities }: Omit<UtteranceEvent, "type">,
  ): HTMLTableRowElement {
    const row = document.createElement("tr");
    const [best, second] = Object.entries(probabilities).sort(([, a], [, b]) => b - a);
    const percent = ([label, value]: [string, number]) => `${label} ${Math.round(100 * value)} %`;
    row.append(cell("th", name), cell("td", ""), cell("td", emotion ?? "not sure"));
    row.append(cell("td", emotion ? percent(["", best[1]]) : percent(best)));
    row.append(cell("td", second ? percent(second) : ""));
    const play = document.createElement("button");
    play.type = "button";
    play.className = "time";
    play.textContent = `${timeText(startSeconds)} to ${timeText(endSeconds)}`;
    play.title = "Play from here";
    play.addEventListener("click", () => this.onChosen(startSeconds));
    row.cells[1].append(play);
    return row;
  }
}

function cell(kind: "th" | "td", text: string): HTMLTableCellElement {
  const element = document.createElement(kind);
  if (kind === "th") element.scope = "row";
  element.textContent = text;
  return element;
}
