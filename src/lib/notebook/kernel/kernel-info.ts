import { version } from "../../../../package.json";

/** What the kernel tells of itself: kernel_info_reply. */
export const kernelInfo = {
  status: "ok",
  protocol_version: "5.4",
  implementation: "speech-emotion-notebooks",
  implementation_version: version,
  language_info: {
    name: "typescript",
    version: "5.0",
    mimetype: "text/typescript",
    file_extension: ".ts",
    pygments_lexer: "typescript",
    codemirror_mode: { mode: "typescript", name: "javascript", typescript: true },
  },
  banner: "TypeScript (Speech Emotion): tslab in the project's root",
  help_links: [],
  debugger: false,
};
