/** By the name of the browser's error. */
const sentences: Readonly<Record<string, string>> = {
  NotAllowedError:
    "The microphone may not be used: permission was denied. Allow it in the browser's address bar and press the button again, or drop a recording here.",
  NotFoundError: "No microphone was found. Connect one and press the button again, or drop a recording here.",
  NotReadableError:
    "The microphone does not answer: another program may be using it. Close that program and press the button again.",
  InsecureContext:
    "Browsers give the microphone only to pages that come over https or from this computer. Open the page that way, or drop a recording here.",
};

/** What is wrong with the microphone and what can be done, in words. */
export function microphoneProblem(error: unknown): string {
  const { name, message } = error as { name?: string; message?: string };
  return sentences[name ?? ""] ?? `The microphone could not be opened: ${message ?? error}`;
}
