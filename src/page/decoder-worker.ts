import { decodeAudio } from "../lib/audio/decode-audio";
import { answerCalls } from "./sources/answer-calls";

answerCalls({
  decode: ({ bytes, name }: { bytes: Uint8Array; name: string }) =>
    decodeAudio(bytes, name, { maxSeconds: 600 }),
});
