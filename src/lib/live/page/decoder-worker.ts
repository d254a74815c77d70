import { decodeAudio } from "../../audio/decode-audio";
import { answerCalls } from "./answer-calls";

answerCalls({
  decode: ({ bytes, name }: { bytes: Uint8Array; name: string }) =>
    decodeAudio(bytes, name, { maxSeconds: 600 }),
});
