import type { Server } from "node:http";
import { BlockList, isIP, type Socket } from "node:net";

export interface ConnectionLimits {
  /** Connections that one address may have at a time. A browser opens six; a feed reader for a whole house some more. */
  readonly perAddress: number;
  /** All together: each takes a file handle of this process, of which there are often no more than a thousand. */
  readonly inAll: number;
}

const CONNECTION_LIMITS: ConnectionLimits = { perAddress: 64, inAll: 800 };

/** The networks of this machine itself. */
export const LOOPBACK: readonly string[] = ["127.0.0.0/8", "::1"];

/** The open connections of a server. */
export interface Connections {
  /** All that are open. */
  open(): Iterable<Socket>;
  /** Ends those on which no byte has ever come: no one waits for an answer there. */
  endSilent(): void;
}

/**
 * Counts the connections of a server, and refuses those above the limits. Readers behind a proxy have its address, so those of
 * trusted proxies are counted only together.
 * @param trusted addresses and networks, such as "10.0.0.0/8"
 */
export function boundConnections(server: Server, trusted: readonly string[], limits = CONNECTION_LIMITS): Connections {
  const isTrusted = networksOf(trusted);
  const open = new Set<Socket>();
  const counts = new Map<string, number>();
  server.maxConnections = limits.inAll;
  server.on("connection", (socket: Socket) => {
    open.add(socket);
    socket.once("close", () => open.delete(socket));
    const address = plain(socket.remoteAddress ?? "");
    if (isTrusted(address)) return;
    const key = subscriberOf(address);
    const count = counts.get(key) ?? 0;
    if (count >= limits.perAddress) {
      socket.destroy();
      return;
    }
    counts.set(key, count + 1);
    socket.once("close", () => {
      const left = counts.get(key)! - 1;
      if (left === 0) counts.delete(key);
      else counts.set(key, left);
    });
  });
  return {
    open: () => open,
    endSilent: () => {
      for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
    },
  };
}

/** Is this address one of these? */
function networksOf(entries: readonly string[]): (address: string) => boolean {
  const networks = new BlockList();
  for (const entry of entries) {
    const [net = "", prefix] = entry.split("/");
    const family = familyOf(net);
    if (prefix === undefined) networks.addAddress(net, family);
    else networks.addSubnet(net, Number(prefix), family);
  }
  return (address) => isIP(address) !== 0 && networks.check(address, familyOf(address));
}

const familyOf = (address: string): "ipv4" | "ipv6" => (isIP(address) === 6 ? "ipv6" : "ipv4");

/** On a socket of both families an IPv4 address arrives inside an IPv6 one. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, "");

/** One subscriber of IPv6 has a whole /64. */
export function subscriberOf(address: string): string {
  if (!address.includes(":") || address.includes(".")) return address;
  const [head = "", tail] = address.replace(/%.*$/, "").split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail ? tail.split(":") : [];
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length;
  return [...left, ...Array.from({ length: zeros }, () => "0"), ...right].slice(0, 4).join(":");
}
