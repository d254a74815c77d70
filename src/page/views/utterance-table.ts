import type { OtherDecision } from "../../lib/live/live-event";
import { otherCell } from "../others-text";
import type { Session, ToldDecision } from "../session";
import { timeText } from "../time-text";
import { voiceCell } from "../voice-text";
import type { CorrectionsView } from "./corrections-view";

/** The results by utterance, the latest first, a whole recording above them. */
export class UtteranceTable {
  private shown = 0;
  private session: Session | undefined;

  /**
   * @param body of the table; the others get a column each in its head
   * @param others names of the models that answer beside the first one
   * @param onChosen called with the time of a row that was chosen, to play from there
   * @param corrections gives each utterance a choice, where it can be corrected
   */
  constructor(
    private readonly body: HTMLTableSectionElement,
    private readonly others: readonly string[],
    private readonly onChosen: (seconds: number) => void,
    private readonly corrections?: CorrectionsView,
  ) {
    const head = body.parentElement!.querySelector("thead tr")!;
    for (const name of others) head.lastElementChild!.before(headOf(name));
    if (corrections) head.append(headOf("Was it something else?"));
  }

  /** Adds what is new since the last call. */
  show(session: Session): void {
    if (this.session !== session) this.restart(session);
    for (; this.shown < session.utterances.length; this.shown++) {
      const utterance = session.utterances[this.shown];
      const others = this.otherCells(session.othersOf(utterance));
      const cells = [...decisionCells(session.toldOf(utterance)), ...others, voiceCell(utterance)];
      const row = this.row(String(this.shown + 1), utterance, cells);
      const choice = this.corrections?.choiceFor(session, this.shown);
      if (choice) row.insertCell().append(choice);
      this.body.prepend(row);
    }
    if (session.whole && !this.body.querySelector(".whole")) {
      const row = this.row("all", { startSeconds: 0, endSeconds: session.seconds }, [
        ...wholeCells(session),
        ...this.otherCells(session.toldOthers ?? []),
        "",
      ]);
      row.classList.add("whole");
      if (this.corrections) row.insertCell();
      this.body.prepend(row);
    }
  }

  private otherCells(decisions: readonly OtherDecision[]): string[] {
    return this.others.map((name) => {
      const decision = decisions.find(({ model }) => model === name);
      return decision ? otherCell(decision) : "";
    });
  }

  private restart(session: Session): void {
    this.session = session;
    this.shown = 0;
    this.body.replaceChildren();
  }

  private row(
    name: string,
    { startSeconds, endSeconds }: { startSeconds: number; endSeconds: number },
    cells: readonly string[],
  ): HTMLTableRowElement {
    const row = document.createElement("tr");
    row.append(cell("th", name), cell("td", ""));
    for (const text of cells) row.append(cell("td", text));
    row.lastElementChild!.className = "told";
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

/** The same of a whole recording, or why there is none. */
function wholeCells({ toldWhole, reason }: Session): string[] {
  return toldWhole ? decisionCells(toldWhole) : [reason, "", ""];
}

/** The decision, its probability, and the emotion that comes next. */
function decisionCells({ emotion, probabilities }: ToldDecision): string[] {
  const ranked = Object.keys(probabilities).sort((a, b) => probabilities[b] - probabilities[a]);
  const first = emotion ?? ranked[0];
  const next = ranked.find((label) => label !== first);
  const percent = (label: string) => `${Math.round(100 * probabilities[label])} %`;
  return [
    emotion ?? "not sure",
    emotion ? percent(first) : `${first} ${percent(first)}`,
    next ? `${next} ${percent(next)}` : "",
  ];
}

function headOf(name: string): HTMLTableCellElement {
  const head = cell("th", name);
  head.scope = "col";
  return head;
}

function cell(kind: "th" | "td", text: string): HTMLTableCellElement {
  const element = document.createElement(kind);
  if (kind === "th") element.scope = "row";
  element.textContent = text;
  return element;
}
