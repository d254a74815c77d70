import { spectrogramFigure } from "../figures/sound/spectrogram-figure";
import { melSpectrogram } from "../frames/mel-spectrogram";
import { type Playable, play } from "./play";
import { show } from "./show";

/**
 * Shows the mel spectrograms of recordings on one time axis, and a player of each below. On a page
 * a cursor runs through the panel of what is played, and a click into a panel plays from there.
 *
 * @param columns 1 stacks all; 2 sets pairs beside each other
 */
export async function listen(
  recordings: readonly Playable[],
  title: string,
  columns: 1 | 2 = 1,
): Promise<void> {
  const panels = recordings.map(({ caption, waveform }) => ({ ...melSpectrogram(waveform), name: caption }));
  await show(spectrogramFigure(panels, { title, scale: "mel", columns, sounds: true }));
  play(recordings);
}
