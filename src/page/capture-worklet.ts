/** What an AudioWorklet's scope has; the compiler's libraries know the page's scope only. */
declare class AudioWorkletProcessor {
  readonly port: MessagePort;
}
declare function registerProcessor(name: string, processor: typeof AudioWorkletProcessor): void;

/** Handed over at a time: 20 ms at 48 kHz, a multiple of the 128 that the browser gives. */
const PIECE = 1024;

/** Hands what the microphone gives to the page, channels averaged, untouched otherwise. */
class Capture extends AudioWorkletProcessor {
  private piece = new Float32Array(PIECE);
  private filled = 0;

  process([channels]: Float32Array[][]): boolean {
    const count = channels[0]?.length ?? 0;
    for (let i = 0; i < count; i++) {
      let sum = 0;
      for (const channel of channels) sum += channel[i];
      this.piece[this.filled++] = sum / channels.length;
      if (this.filled === PIECE) this.handOver();
    }
    return true;
  }

  private handOver(): void {
    this.port.postMessage(this.piece, [this.piece.buffer]);
    this.piece = new Float32Array(PIECE);
    this.filled = 0;
  }
}

registerProcessor("capture", Capture);
