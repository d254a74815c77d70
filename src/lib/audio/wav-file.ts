/** The plain header of a WAV file. */
export interface WavHeader {
  /** 1: integer PCM, 3: IEEE floating point. */
  readonly format: number;
  readonly channels: number;
  /** In Hz. */
  readonly sampleRate: number;
  readonly bytesPerSample: number;
}

/** A whole WAV file around the bytes of its data chunk: 44 bytes of plain header, then the data. */
export function wavFile(header: WavHeader, data: Uint8Array): ArrayBuffer {
  const { format, channels, sampleRate, bytesPerSample } = header;
  const blockBytes = channels * bytesPerSample;
  const buffer = new ArrayBuffer(44 + data.length);
  const file = new Uint8Array(buffer);
  const view = new DataView(buffer);
  writeAscii(file, 0, "RIFF");
  view.setUint32(4, 36 + data.length, true);
  writeAscii(file, 8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, format, true);
  view.setUint16(22, channels, true);
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, sampleRate * blockBytes, true);
  view.setUint16(32, blockBytes, true);
  view.setUint16(34, bytesPerSample * 8, true);
  writeAscii(file, 36, "data");
  view.setUint32(40, data.length, true);
  file.set(data, 44);
  return buffer;
}

function writeAscii(file: Uint8Array, at: number, text: string): void {
  for (let i = 0; i < text.length; i++) file[at + i] = text.charCodeAt(i);
}
