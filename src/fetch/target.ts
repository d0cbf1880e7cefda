import { BlockList, isIP } from "node:net";
import type { Failure } from "#model/failure";
import { isPrivateAddress, literalAddress } from "./address.ts";

/** Says whether "host:port" is allowed in spite of the private-address guard. */
export type IsAllowed = (hostname: string, port: string) => boolean;

/**
 * `entries` are "host:port", "*.suffix:port", or a network such as "10.1.2.0/24" (see FetcherSettings.allowPrivate). A network
 * stands for addresses that are written as such: a name could be made to lead there by anybody, and has to be named itself.
 */
export function allowList(entries: readonly string[]): IsAllowed {
  const exact = new Set<string>();
  const suffixes: string[] = [];
  const networks = new BlockList();
  for (const entry of entries) {
    const lower = entry.toLowerCase();
    const [, net, prefix] = /^\[?([\da-f.:]+)\]?\/(\d{1,3})$/.exec(lower) ?? [];
    if (lower.startsWith("*.")) suffixes.push(lower.slice(1));
    else if (net !== undefined && isIP(net) !== 0) networks.addSubnet(net, Number(prefix), familyOf(net));
    else exact.add(lower);
  }
  return (hostname, port) => {
    const literal = literalAddress(hostname);
    if (literal !== null && networks.check(literal, familyOf(literal))) return true;
    const target = `${hostname.includes(":") && !hostname.startsWith("[") ? `[${hostname}]` : hostname}:${port}`;
    return exact.has(target) || suffixes.some((suffix) => target.endsWith(suffix) && target.length > suffix.length);
  };
}

const familyOf = (address: string): "ipv4" | "ipv6" => (isIP(address) === 4 ? "ipv4" : "ipv6");

/** What is refused before anything is asked: addresses that are private by their spelling, ports that are not the web's. */
export function refuseTarget(url: URL, isAllowed: IsAllowed): Failure | null {
  const port = portOf(url);
  if (BAD_PORTS.has(Number(port))) {
    return {
      advice: "never",
      code: "bad-port",
      message: `Port ${port} belongs to another service than the web and is not asked.`,
      reason: { code: "bad-port", port: Number(port) },
    };
  }
  const literal = literalAddress(url.hostname);
  if (literal !== null && isPrivateAddress(literal) && !isAllowed(url.hostname, port)) {
    return privateAddress(url.hostname);
  }
  return null;
}

/** Does the way from `from` end at a place that is allowed in spite of the guard, though it began at one that needs no such leave? */
export function leadsInside(from: URL, to: URL, isAllowed: IsAllowed): boolean {
  return isAllowed(to.hostname, portOf(to)) && !isAllowed(from.hostname, portOf(from));
}

/** `target` is the host as the URL names it. */
export const privateAddress = (target: string): Failure => ({
  advice: "never",
  code: "private-address",
  message: `${target} is or leads to an address that is not public, and is not asked.`,
  reason: { code: "private-address", target },
});

export const portOf = (url: URL): string => url.port || (url.protocol === "https:" ? "443" : "80");

/** The "bad port" list of the WHATWG Fetch standard: services that a request line could be smuggled into. */
const BAD_PORTS: ReadonlySet<number> = new Set([
  0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109, 110,
  111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532,
  540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061,
  6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
]);
