/** Plays a session's sound, and tells where it is. */
export class Player {
  private url: string | undefined;

  /**
   * @param onPlace called with the time while it plays or is moved, undefined when there is nothing
   *   to play
   */
  constructor(
    private readonly audio: HTMLAudioElement,
    private readonly onPlace: (seconds: number | undefined) => void,
  ) {
    audio.addEventListener("play", () => this.follow());
    audio.addEventListener("seeked", () => onPlace(audio.currentTime));
  }

  load(sound: Blob | undefined): void {
    this.clear();
    if (!sound) return;
    this.url = URL.createObjectURL(sound);
    this.audio.src = this.url;
    this.audio.hidden = false;
  }

  clear(): void {
    this.audio.pause();
    this.audio.removeAttribute("src");
    this.audio.hidden = true;
    if (this.url) URL.revokeObjectURL(this.url);
    this.url = undefined;
    this.onPlace(undefined);
  }

  moveTo(seconds: number): void {
    if (this.url) this.audio.currentTime = seconds;
  }

  playFrom(seconds: number): void {
    this.moveTo(seconds);
    if (this.url) void this.audio.play();
  }

  private follow(): void {
    if (this.audio.paused || !this.url) return;
    this.onPlace(this.audio.currentTime);
    requestAnimationFrame(() => this.follow());
  }
}
