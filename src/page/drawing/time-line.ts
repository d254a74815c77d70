import type { Session } from "../session";
import { drawProbabilities } from "./draw-probabilities";
import { drawSpectrogram } from "./draw-spectrogram";
import { drawSpeech } from "./draw-speech";
import { drawTimes } from "./draw-times";
import { drawWaveform } from "./draw-waveform";
import { Panel } from "./panel";
import { onThemeChange, readTheme, type Theme } from "./theme";
import { TimeAxis } from "./time-axis";

/** In sight while the microphone is on: as many seconds as the screen has room for. */
const PIXELS_PER_SECOND = 50;
const LONGEST_LIVE_SECONDS = 15;
/**
 * Drawn at most so often while it moves: enough for the eye, half the work of most screens' rate.
 */
const FRAMES_PER_SECOND = 35;
/** The same for who asks for less motion: it moves on in steps. */
const STEPS_PER_SECOND = 1;
const lessMotion = matchMedia("(prefers-reduced-motion: reduce)");
type PanelName = "waveform" | "spectrogram" | "speech" | "probabilities" | "times";

/**
 * The panels over time, waveform, spectrogram, speech and probabilities: the last seconds while
 * listening, all of it afterwards.
 */
export class TimeLine {
  private readonly panels: Readonly<Record<PanelName, Panel>>;
  private theme: Theme;
  private session: Session | undefined;
  private live = false;
  private axis: TimeAxis | undefined;

  /** @param place the element that holds the canvases and the cursor */
  constructor(
    private readonly place: HTMLElement,
    private readonly labels: readonly string[],
  ) {
    const panel = (name: PanelName) => new Panel(place.querySelector(`canvas.${name}`)!);
    this.panels = {
      waveform: panel("waveform"),
      spectrogram: panel("spectrogram"),
      speech: panel("speech"),
      probabilities: panel("probabilities"),
      times: panel("times"),
    };
    this.theme = readTheme(labels);
    onThemeChange(() => {
      this.theme = readTheme(labels);
      this.draw();
    });
    new ResizeObserver(() => this.draw()).observe(place);
  }

  /** Shows a session, and follows it while it is live. */
  show(session: Session, live: boolean): void {
    this.session = session;
    this.live = live;
    this.draw();
    if (live) this.follow(session);
  }

  /** The time at a place on the screen. */
  secondsAt(clientX: number): number {
    return this.axis?.seconds(clientX - this.place.getBoundingClientRect().left) ?? 0;
  }

  /** Moves the line that shows what is being played; undefined takes it away. */
  moveCursor(seconds: number | undefined): void {
    const cursor = this.place.querySelector<HTMLElement>(".cursor")!;
    cursor.hidden = seconds === undefined || !this.axis;
    if (seconds !== undefined && this.axis) cursor.style.transform = `translateX(${this.axis.x(seconds)}px)`;
  }

  private follow(session: Session, drawnAt = 0): void {
    requestAnimationFrame((now) => {
      if (this.session !== session || !this.live) return;
      const due = now - drawnAt > 1000 / (lessMotion.matches ? STEPS_PER_SECOND : FRAMES_PER_SECOND);
      if (due) this.draw();
      this.follow(session, due ? now : drawnAt);
    });
  }

  private draw(): void {
    const { session, panels, labels, theme } = this;
    if (!session) return;
    const axis = this.axisOf(session);
    this.axis = axis;
    drawWaveform(panels.waveform, session, axis, theme);
    drawSpectrogram(panels.spectrogram, session.spectrogram, axis, theme);
    drawSpeech(panels.speech, session, axis, theme, this.live);
    drawProbabilities(panels.probabilities, session, labels, axis, theme);
    drawTimes(panels.times, axis, theme);
  }

  private axisOf({ seconds }: Session): TimeAxis {
    const width = this.place.clientWidth;
    const span = Math.min(LONGEST_LIVE_SECONDS, (width - TimeAxis.gutter) / PIXELS_PER_SECOND);
    if (!this.live && seconds > 0) return new TimeAxis(0, seconds, width);
    const end = Math.max(seconds, span);
    return new TimeAxis(end - span, end, width);
  }
}
