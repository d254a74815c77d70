/** Lets one choose among microphones, once the browser names them: after the first permission. */
export class MicrophoneChoice {
  constructor(private readonly select: HTMLSelectElement) {
    navigator.mediaDevices?.addEventListener("devicechange", () => void this.refresh());
    void this.refresh();
  }

  /** Undefined is the browser's own choice. */
  get deviceId(): string | undefined {
    return this.select.value || undefined;
  }

  async refresh(): Promise<void> {
    const devices = (await navigator.mediaDevices?.enumerateDevices()) ?? [];
    const named = devices.filter(({ kind, label }) => kind === "audioinput" && label !== "");
    const chosen = this.select.value;
    this.select.replaceChildren(...named.map(({ label, deviceId }) => new Option(label, deviceId)));
    if (named.some(({ deviceId }) => deviceId === chosen)) this.select.value = chosen;
    this.select.hidden = named.length < 2;
  }
}
