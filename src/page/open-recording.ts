import { RecordedSound } from "./recorded-sound";
import { decodeFile } from "./recording-decoder";
import { Session } from "./session";
import type { LiveSource } from "./sources/live-source";

/**
 * Decodes and recognises a file.
 *
 * @param onDecoded called with the session, which has the sound but no decisions yet, and the sound
 *   to play
 * @returns the session, with its decisions
 * @throws Error that says what is wrong with the file, or with the service
 */
export async function openRecording(
  file: File,
  source: LiveSource,
  onDecoded: (session: Session, sound: RecordedSound) => void,
): Promise<Session> {
  const { waveform, bytes } = await decodeFile(file.name, new Uint8Array(await file.arrayBuffer()));
  const session = new Session(file.name, waveform.sampleRate);
  const sound = new RecordedSound(waveform.sampleRate);
  session.push(waveform.samples);
  sound.push(waveform.samples);
  onDecoded(session, sound);
  const { windows, utterances, emotion, probabilities, reason, differences, others } =
    await source.recognizeRecording({
      name: file.name,
      bytes,
      waveform,
    });
  for (const window of windows) session.add(window);
  for (const utterance of utterances) {
    session.add({ type: "speech-start", timeSeconds: utterance.startSeconds });
    session.add({ type: "speech-end", timeSeconds: utterance.endSeconds });
    session.add(utterance);
  }
  session.whole = {
    emotion,
    probabilities,
    ...(reason && { reason }),
    ...(differences && { differences }),
    ...(others && { others }),
  };
  session.complete = true;
  return session;
}
