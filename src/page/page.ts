import type { WindowEvent } from "../lib/live/live-event";
import { syntheticMark } from "../lib/models/saved/synthetic-mark";
import { onThemeChange } from "./drawing/theme";
import { TimeLine } from "./drawing/time-line";
import { addExampleButtons } from "./example-buttons";
import { Listening } from "./listening";
import { MicrophoneChoice } from "./microphone-choice";
import { openRecording } from "./open-recording";
import { pageElement } from "./page-element";
import { Player } from "./player";
import type { RecordedSound } from "./recorded-sound";
import { Session } from "./session";
import type { LiveSource, ModelSummary } from "./sources/live-source";
import { correctionsOf } from "./views/corrections-view";
import { DecisionView } from "./views/decision-view";
import { showModel } from "./views/model-view";
import { ResultsView } from "./views/results-view";

/** In place of the source's own, where utterances may be kept. */
const keepingPrivacy =
  "The sound goes to the service on this machine, which keeps nothing but the utterances that you correct, if you allow it below.";

/** Loads the model and brings the page to life; a model that cannot be loaded is told in words. */
export async function startPage(source: LiveSource): Promise<void> {
  pageElement("privacy").textContent = source.privacy;
  try {
    new Page(source, await source.model());
    pageElement("status").textContent = "";
  } catch (error) {
    pageElement("status").textContent = "";
    tellProblem((error as Error).message);
  }
}

function tellProblem(message: string | undefined): void {
  pageElement("problem").textContent = message ?? "";
  pageElement("problem").hidden = message === undefined;
}

/** The banner under the decisions of models that nobody human taught. */
function showMarks(place: HTMLElement, { facts, others = [] }: ModelSummary): void {
  const notes = others.map((other) => [other.name, syntheticMark(other.facts).note] as const);
  const told = notes.flatMap(([name, note]) => (note ? [`${name}: ${note}`] : []));
  place.textContent = [syntheticMark(facts).note ?? [], told].flat().join(" ");
  place.hidden = place.textContent === "";
}

/** What is on the screen: one session at a time, from the microphone or a file. */
class Page {
  private readonly button = pageElement<HTMLButtonElement>("listen");
  private readonly chooser = pageElement<HTMLInputElement>("file");
  private readonly microphones = new MicrophoneChoice(pageElement<HTMLSelectElement>("microphones"));
  private readonly decision: DecisionView;
  private readonly timeLine: TimeLine;
  private readonly results: ResultsView;
  private readonly player: Player;
  private session: Session | undefined;
  /** Of the session. */
  private sound: RecordedSound | undefined;
  private listening: Listening | undefined;
  /** Works that are under way or wait for their turn. */
  private works = 0;
  private lastWork: Promise<void> = Promise.resolve();

  constructor(
    private readonly source: LiveSource,
    model: ModelSummary,
  ) {
    this.timeLine = new TimeLine(pageElement("time-line"), model.labels);
    this.decision = new DecisionView(pageElement("decision"), model.labels);
    this.player = new Player(pageElement<HTMLAudioElement>("player"), (seconds) => this.onPlayed(seconds));
    this.results = new ResultsView(
      model,
      (seconds) => this.player.playFrom(seconds),
      correctionsOf(source, model, () => this.sound),
    );
    if (model.corrections) pageElement("privacy").textContent = keepingPrivacy;
    showModel(pageElement("model"), model);
    showMarks(pageElement("synthetic"), model);
    onThemeChange(() => this.decision.recolour());
    this.begin(new Session("", 16000), undefined);
    this.timeLine.show(this.session!, false);
    this.attend();
  }

  private attend(): void {
    this.button.addEventListener("click", () => {
      if (this.works === 0) void this.carefully(() => this.toggle());
    });
    this.chooser.addEventListener("change", () => {
      const file = this.chooser.files?.[0];
      this.chooser.value = ""; // so that the same file can be chosen again
      this.open(file);
    });
    addExampleButtons(pageElement("examples"), (file) => this.open(file));
    document.addEventListener("dragover", (event) => {
      event.preventDefault();
      document.body.classList.add("dropping");
    });
    document.addEventListener("dragleave", ({ relatedTarget }) => {
      if (!relatedTarget) document.body.classList.remove("dropping");
    });
    document.addEventListener("drop", (event) => {
      event.preventDefault();
      document.body.classList.remove("dropping");
      this.open(event.dataTransfer?.files[0]);
    });
    pageElement("time-line").addEventListener("click", ({ clientX }) => {
      this.player.moveTo(this.timeLine.secondsAt(clientX));
    });
    this.button.disabled = false;
    this.chooser.disabled = false;
  }

  /** One work after another; tells in words what goes wrong. */
  private carefully(work: () => Promise<void>): Promise<void> {
    this.countWorks(1);
    this.lastWork = this.lastWork.then(async () => {
      tellProblem(undefined);
      try {
        await work();
      } catch (error) {
        pageElement("status").textContent = "";
        if (this.session) this.decision.showAtRest(this.session);
        tellProblem((error as Error).message);
      }
      this.countWorks(-1);
    });
    return this.lastWork;
  }

  /** The button stays enabled while it waits: browsers take the focus from a disabled one. */
  private countWorks(more: number): void {
    this.works += more;
    this.button.setAttribute("aria-disabled", String(this.works > 0));
  }

  private async toggle(): Promise<void> {
    if (this.listening) return this.stop();
    const events = {
      onChange: () => this.onHeard(),
      onTrouble: (message: string | undefined) => {
        pageElement("status").textContent = message ?? "";
      },
      onFailure: (message: string) => this.onFailure(message),
    };
    const listening = await Listening.start(this.source, events, this.microphones.deviceId);
    void this.microphones.refresh();
    this.listening = listening;
    this.player.clear();
    this.begin(listening.session, listening.sound);
    this.decision.showLive(listening.session);
    this.timeLine.show(listening.session, true);
    this.showListening(true);
  }

  private async stop(): Promise<void> {
    const { listening } = this;
    if (!listening) return;
    this.listening = undefined;
    this.showListening(false);
    const patience = setTimeout(() => {
      pageElement("status").textContent = "Waiting for the last decisions…";
    }, 500);
    await listening.stop();
    clearTimeout(patience);
    pageElement("status").textContent = "";
    this.player.load(listening.sound.file());
    this.showAtRest(listening.session);
  }

  private onFailure(message: string): void {
    void this.carefully(async () => {
      await this.stop();
      throw new Error(message);
    });
  }

  private showListening(on: boolean): void {
    document.body.classList.toggle("listening", on);
    this.button.querySelector("span")!.textContent = on ? "Stop listening" : "Start listening";
    if (!on) this.showLevel(Number.NEGATIVE_INFINITY, "");
  }

  private open(file: File | undefined): void {
    if (!file) return;
    void this.carefully(async () => {
      await this.stop();
      pageElement("status").textContent = `Reading ${file.name}…`;
      const session = await openRecording(file, this.source, (decoded, sound) => {
        this.begin(decoded, sound);
        this.timeLine.show(decoded, false);
        this.player.load(sound.file());
        this.decision.clear("recognising", file.name);
        pageElement("status").textContent = `Recognising ${file.name}…`;
      });
      pageElement("status").textContent = "";
      this.showAtRest(session);
    });
  }

  private begin(session: Session, sound: RecordedSound | undefined): void {
    this.sound = sound;
    this.session = session;
    this.results.show(session);
  }

  /** A session that goes on no more. */
  private showAtRest(session: Session): void {
    this.timeLine.show(session, false);
    this.decision.showAtRest(session);
    this.results.show(session);
  }

  private onHeard(): void {
    if (!this.listening) return;
    const { session, hint } = this.listening;
    this.showLevel(session.levelDb, hint.words);
    this.decision.showLive(session);
    this.results.show(session);
  }

  private showLevel(levelDb: number, hint: string): void {
    const place = pageElement("level-hint");
    if (place.textContent !== hint) place.textContent = hint;
    const part = Math.max(0, Math.min(1, (levelDb + 70) / 65));
    document.querySelector<HTMLElement>(".level div")!.style.transform = `scaleX(${part})`;
  }

  private onPlayed(seconds: number | undefined): void {
    this.timeLine.moveCursor(seconds);
    const window = this.session && latestBefore(this.session.windows, seconds);
    if (window) {
      this.decision.show({ emotion: window.emotion, probabilities: window.smoothed }, "at the cursor");
    }
  }
}

/** The window that is on when this time is played. */
function latestBefore(windows: readonly WindowEvent[], seconds: number | undefined): WindowEvent | undefined {
  if (seconds === undefined) return undefined;
  return windows.find((w) => w.endSeconds >= seconds && w.startSeconds <= seconds);
}
