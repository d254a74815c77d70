import { type Markdown, markdown } from "../../markdown";

/** Closer than this, two values of eta squared are one. */
const ALIKE = 0.01;

/** Whether the direction in which recordings differ most follows the emotion or the speaker. */
export function firstAxisText(byEmotion: number, bySpeaker: number): Markdown {
  const values = `(eta² ${byEmotion.toFixed(2)} by emotion, ${bySpeaker.toFixed(2)} by speaker)`;
  if (Math.abs(byEmotion - bySpeaker) < ALIKE)
    return markdown`the first tells emotion and speaker **equally well** ${values}`;
  return bySpeaker > byEmotion
    ? markdown`the first tells the **speaker** more than the emotion ${values}: a model must look past who is speaking`
    : markdown`the first tells the **emotion** more than the speaker ${values}`;
}
