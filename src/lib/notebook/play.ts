import { encodeWav } from "../audio/encode-wav";
import type { Waveform } from "../audio/waveform";
import { type Html, html } from "../html";
import { display } from "./display";
import { environment } from "./parameters";

/** A recording and what stands above its player. */
export interface Playable {
  readonly caption: string;
  readonly waveform: Waveform;
}

/**
 * Shows a player for each recording, side by side where there is room. The sound is in the notebook
 * itself, so that a reader of the rendered copy hears it; under `--no-audio` a note stands there
 * instead, and no sound leaves the machine.
 *
 * @example play([{ caption: "anger, speaker 03", waveform }])
 */
export function play(recordings: readonly Playable[]): void {
  const captions = recordings.map(({ caption }) => caption).join("; ");
  display({ data: environment().audio === false ? noteOf(captions) : playersOf(recordings, captions) });
}

function noteOf(captions: string): Record<string, string> {
  const note = `[players left out by --no-audio: ${captions}]`;
  return { "text/html": html`<p><em>${note}</em></p>`.text, "text/plain": note };
}

function playersOf(recordings: readonly Playable[], captions: string): Record<string, string> {
  const players = recordings.map(player);
  return {
    "text/html": html`<div style="display:flex;flex-wrap:wrap;gap:12px 20px">
${players}
</div>`.text,
    "text/plain": `[players: ${captions}]`,
  };
}

function player({ caption, waveform }: Playable): Html {
  const wav = Buffer.from(encodeWav(waveform.samples, waveform.sampleRate)).toString("base64");
  return html`<figure style="margin:0;width:260px;max-width:100%">
<figcaption>${caption}</figcaption>
<audio controls preload="metadata" style="width:100%" src="data:audio/wav;base64,${wav}"></audio></figure>`;
}
