import { createHash, timingSafeEqual } from "node:crypto";
import { isIP } from "node:net";
import { InputError } from "../lib/check";

/**
 * The sub-protocol of a browser's WebSocket that bears a token: browsers send no headers, so it
 * offers "bearer" and the token.
 */
export const bearerProtocol = "bearer";

interface GuardOptions {
  readonly host: string;
  readonly token: string | undefined;
  readonly origins: readonly string[];
}

/** The parts of a request that decide whether it is let in. */
interface GuardedHeaders {
  readonly host?: string;
  readonly origin?: string;
  readonly authorization?: string;
  readonly "sec-websocket-protocol"?: string;
}

/** Why a request is not let in; undefined where it is. */
export type Guard = (headers: GuardedHeaders) => { statusCode: 401 | 403; message: string } | undefined;

/**
 * Lets in who comes from the service's own page, from a listed origin, or from no page at all, and
 * bears the token where there is one.
 *
 * The name in `Host` must be an address, `localhost`, the name that the service is bound to, or a
 * listed origin's: a foreign page whose name was made to lead here (DNS rebinding) is not let in.
 *
 * @throws InputError for a token that a browser could not send, or an origin that is none
 */
export function createGuard({ host, token, origins }: GuardOptions): Guard {
  if (token !== undefined && !/^[\w.~-]+$/.test(token)) {
    throw new InputError(
      "a token may have letters, digits and - . _ ~ only, as browsers send it among sub-protocols",
    );
  }
  const names = new Set(["localhost", host.toLowerCase(), ...origins.map(nameOfOrigin)]);
  return (headers) => {
    const name = hostName(headers.host);
    if (!names.has(name) && isIP(name) === 0) {
      return { statusCode: 403, message: `the host ${name} is not known here; --origin lists it` };
    }
    if (headers.origin !== undefined && !isAllowed(headers.origin, headers.host, origins)) {
      return {
        statusCode: 403,
        message: `pages of ${headers.origin} may not call here; --origin lists them`,
      };
    }
    if (token !== undefined && !isSame(bearerOf(headers), token)) {
      return { statusCode: 401, message: "the token is missing or wrong: Authorization: Bearer TOKEN" };
    }
    return undefined;
  };
}

function nameOfOrigin(origin: string): string {
  try {
    const url = new URL(origin);
    if (url.origin === origin) return url.hostname;
  } catch {} // no URL: refused like the others
  throw new InputError(`origin ${origin} must be a scheme and a host, such as https://example.org`);
}

/** Names are the same in capitals (RFC 9110, section 4.2.3). */
function hostName(host = ""): string {
  return host
    .toLowerCase()
    .replace(/:\d+$/, "")
    .replace(/^\[(.*)\]$/, "$1");
}

/** Same origin, whatever the scheme: a proxy before the service may speak TLS. */
function isAllowed(origin: string, host: string | undefined, origins: readonly string[]): boolean {
  const own = host?.toLowerCase();
  return origins.includes(origin) || origin === `http://${own}` || origin === `https://${own}`;
}

function bearerOf(headers: GuardedHeaders): string {
  const { authorization = "", "sec-websocket-protocol": protocols = "" } = headers;
  if (/^bearer /i.test(authorization)) return authorization.slice(7).trim();
  const [protocol, token = ""] = protocols.split(",").map((offered) => offered.trim());
  return protocol === bearerProtocol ? token : "";
}

/** In constant time, whatever the lengths. */
function isSame(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}
