import { Answers, type Attack, pause } from "./attack";
import { hostileSounds, longestSounds } from "./sounds";

const toldLetters = 90;

/** Files that are sent whole, again and again. */
export const recordingAttacks: readonly Attack[] = [
  ...Object.entries({ ...hostileSounds, ...longestSounds }).map(([name, make]) => sending(name, 1, make)),
  sending(
    "sixteen at once, ten minutes of speech each",
    16,
    longestSounds["WAV, ten minutes of speech at 16 kHz"],
  ),
];

function sending(name: string, count: number, make: () => Uint8Array): Attack {
  let bytes: Uint8Array | undefined;
  return {
    name: `recording: ${name}`,
    prepare: () => {
      bytes = make();
    },
    run: async (url, seconds) => {
      const answers = new Answers();
      await Promise.all(Array.from({ length: count }, () => sendAgain(url, bytes!, seconds, answers)));
      bytes = undefined;
      return `${answers}`;
    },
  };
}

/** At least once. */
async function sendAgain(url: string, bytes: Uint8Array, seconds: number, answers: Answers): Promise<void> {
  const until = performance.now() + seconds * 1000;
  do {
    const response = await fetch(`${url}/v1/recordings`, {
      method: "POST",
      body: bytes as Uint8Array<ArrayBuffer>,
      headers: { "content-type": "audio/wav" },
    }).catch((error) => error as Error);
    answers.add(response instanceof Error ? `cut: ${response.message}` : await told(response));
    await pause(0.05);
  } while (performance.now() < until);
}

async function told(response: Response): Promise<string> {
  const { message, emotion, reason } = await response.json();
  const answer = message ?? reason ?? emotion;
  return `${response.status} ${String(answer).slice(0, toldLetters)}`;
}
