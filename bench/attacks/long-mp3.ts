import { walkMpegFrames } from "../../src/lib/audio/formats/mpeg/frames";
import { soundFiles } from "../../src/lib/audio/formats/mutations";

/** The frames of a real file over and over. */
export function longMp3(seconds: number): Uint8Array {
  const file = soundFiles().MP3;
  const { runs, first, count } = walkMpegFrames(file, "mp3");
  const frames = file.subarray(runs[0][0] + first.bytes, runs[0][1]);
  const secondsOfRun = ((count - 1) * first.samples) / first.sampleRate;
  return Buffer.concat(Array(Math.ceil(seconds / secondsOfRun)).fill(frames));
}
