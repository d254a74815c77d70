import { isIP } from "node:net";
import { type NetworkInterfaceInfo, networkInterfaces } from "node:os";

const everywhere = new Set(["0.0.0.0", "::"]);

/**
 * What whoever starts a service should know of who reaches it; nothing where that is this machine
 * alone.
 *
 * @param url that the service tells, for its port
 * @param interfaces of this machine
 * @example exposure("127.0.0.1", "http://127.0.0.1:8080", undefined) // []
 */
export function exposure(
  host: string,
  url: string,
  token: string | undefined,
  interfaces: NodeJS.Dict<NetworkInterfaceInfo[]> = networkInterfaces(),
): string[] {
  if (isLocal(host)) return [];
  const { port } = new URL(url);
  const addresses = everywhere.has(host) ? foreignAddresses(interfaces) : [host];
  const urls = addresses.map((address) => `http://${isIP(address) === 6 ? `[${address}]` : address}:${port}`);
  const others = `others reach it at ${urls.join(", ") || "no address: this machine has no network"}`;
  if (token !== undefined) return [others];
  return [
    others,
    "WARNING: there is no token, so everyone who reaches this machine may use the model and its page; give one with --token or SER_TOKEN",
  ];
}

/** Whether an address to listen on is reached from this machine alone. */
export function isLocal(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(\.\d+){3}$/.test(host);
}

function foreignAddresses(interfaces: NodeJS.Dict<NetworkInterfaceInfo[]>): string[] {
  const all = Object.values(interfaces).flatMap((list) => list ?? []);
  const foreign = all.filter(({ internal, scopeid }) => !internal && !scopeid);
  return foreign.map(({ address }) => address);
}
