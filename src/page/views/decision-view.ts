import { markerPath } from "../drawing/marker-path";
import { readTheme } from "../drawing/theme";
import type { Session, ToldDecision } from "../session";
import { AffectView } from "./affect-view";

const invitation = "Press the button and speak, or open a recording.";

/**
 * The present decision in words, and the probability of each emotion as a bar: the legend of all
 * lines.
 */
export class DecisionView {
  private readonly words: HTMLElement;
  private readonly detail: HTMLElement;
  private readonly affect: AffectView;
  private readonly rows = new Map<string, HTMLElement>();

  constructor(
    place: HTMLElement,
    private readonly labels: readonly string[],
  ) {
    this.words = place.querySelector(".words")!;
    this.detail = place.querySelector(".detail")!;
    this.affect = new AffectView(place.querySelector("#affect")!, labels);
    const list = place.querySelector(".bars")!;
    for (const label of labels) {
      const row = barOf(label);
      this.rows.set(label, row);
      list.append(row);
    }
    this.recolour();
  }

  /** Takes the colours of the page, light or dark. */
  recolour(): void {
    const theme = readTheme(this.labels);
    this.affect.recolour(theme);
    for (const [label, row] of this.rows) {
      const { colour, symbol } = theme.emotion(label);
      row.style.setProperty("--emotion", colour);
      row.querySelector("path")!.setAttribute("d", markerPath(symbol, 5));
    }
  }

  /** What the microphone gives now. */
  showLive(session: Session): void {
    const window = session.windows[session.windows.length - 1];
    if (
      session.speaking &&
      window &&
      window.endSeconds > session.speech[session.speech.length - 1].startSeconds
    ) {
      this.show({ emotion: window.emotion, probabilities: window.smoothed }, "the last three seconds");
    } else if (session.speaking) this.clear("listening", "Speech; the first decision comes after a second.");
    else if (session.utterances.length > 0) this.showLatest(session);
    else this.clear("listening", "No speech yet.");
  }

  /** What stands there when nothing is being heard or recognised. */
  showAtRest(session: Session): void {
    const { toldWhole, name } = session;
    if (toldWhole) {
      const differences = (session.whole?.differences ?? []).map((words) => `. Beware: ${words}`);
      this.show(toldWhole, `the whole recording, ${name}${differences.join("")}`);
    } else if (session.utterances.length > 0) this.showLatest(session);
    else if (session.complete) this.clear(session.reason, session.whole ? name : invitation);
    else this.clear("ready", invitation);
  }

  private showLatest({ utterances }: Session): void {
    this.show(utterances[utterances.length - 1], `the last utterance, number ${utterances.length}`);
  }

  show({ emotion, probabilities }: ToldDecision, of: string): void {
    const ranked = [...this.labels].sort((a, b) => probabilities[b] - probabilities[a]);
    const percents = (label: string) => `${Math.round(100 * probabilities[label])} %`;
    if (emotion === null) {
      this.showWords(
        "not sure",
        `${ranked[0]} ${percents(ranked[0])}, ${ranked[1]} ${percents(ranked[1])}: ${of}`,
      );
    } else this.showWords(emotion, `${percents(emotion)}: ${of}`);
    this.affect.show(probabilities);
    for (const [label, row] of this.rows) {
      row.classList.toggle("decided", label === emotion);
      row.style.setProperty("--part", String(probabilities[label]));
      row.querySelector(".percent")!.textContent = percents(label);
    }
  }

  private showWords(words: string, detail: string): void {
    if (this.words.textContent !== words) this.words.textContent = words;
    if (this.detail.textContent !== detail) this.detail.textContent = detail;
  }

  /** Back to nothing heard. */
  clear(words: string, detail: string): void {
    this.showWords(words, detail);
    this.affect.show(undefined);
    for (const row of this.rows.values()) {
      row.classList.remove("decided");
      row.style.setProperty("--part", "0");
      row.querySelector(".percent")!.textContent = "–";
    }
  }
}

function barOf(label: string): HTMLElement {
  const row = document.createElement("li");
  row.innerHTML =
    '<svg viewBox="-7 -7 14 14" aria-hidden="true"><path/></svg><span class="name"></span><span class="bar"></span><span class="percent">–</span>';
  row.querySelector(".name")!.textContent = label;
  return row;
}
