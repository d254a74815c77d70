import { decodeSound } from "../lib/audio/decode-sound";
import { answerCalls } from "./sources/answer-calls";

answerCalls({
  decode: ({ bytes, name }: { bytes: Uint8Array; name: string }) =>
    decodeSound(bytes, name, { maxSeconds: 600 }),
});
