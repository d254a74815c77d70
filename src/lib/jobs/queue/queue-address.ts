import { UsageError } from "../../check";

/**
 * Checks the address of a queue.
 *
 * @param text `redis://[USER:PASSWORD@]HOST[:PORT][/DATABASE]`, or `rediss://` for TLS
 * @throws UsageError for anything else, without its password
 * @example queueAddress("redis://localhost/1") // "redis://localhost/1"
 */
export function queueAddress(text: string): string {
  if (URL.canParse(text)) {
    const { protocol, hostname, pathname } = new URL(text);
    if (/^rediss?:$/.test(protocol) && hostname !== "" && /^(\/\d*)?$/.test(pathname)) return text;
  }
  const shown = withoutPassword(text).replace(/^.*@/, "");
  throw new UsageError(`--queue "${shown}" must be redis://HOST[:PORT][/DATABASE], or rediss:// for TLS`);
}

/**
 * A text as it may be shown: addresses in it lose their user and password.
 *
 * @example withoutPassword("--queue redis://ann:secret@host:6379/1") // "--queue redis://host:6379/1"
 */
export function withoutPassword(text: string): string {
  return text.replace(/([a-z][\w+.-]*:\/\/)\S*@/gi, "$1");
}
