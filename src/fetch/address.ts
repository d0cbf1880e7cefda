import { BlockList, isIP } from "node:net";

/**
 * Is this IP address anything else than a public unicast address? IANA's special-purpose registries, plus what carries
 * an IPv4 address inside an IPv6 one (mapped, NAT64, 6to4, Teredo), since the embedded address could be private.
 * What is no IP address counts as private: only call this with what a resolver or a socket returned.
 */
export function isPrivateAddress(address: string): boolean {
  const bare = address.replace(/%.*$/, "");
  switch (isIP(bare)) {
    case 4:
      return PRIVATE_V4.check(bare, "ipv4");
    case 6:
      return PRIVATE_V6.check(bare, "ipv6");
    default:
      return true;
  }
}

/** The IP address that a URL's host name spells, without brackets, or null when it is a name. */
export function literalAddress(hostname: string): string | null {
  const bare = hostname.startsWith("[") ? hostname.slice(1, -1) : hostname;
  return isIP(bare) === 0 ? null : bare;
}

/** Two lists, because a BlockList with an IPv6 net around ::ffff:0:0/96 also matches every plain IPv4 address. */
const PRIVATE_V4 = blockList("ipv4", [
  ["0.0.0.0", 8], // this network; 0.0.0.0 connects to loopback on Linux
  ["10.0.0.0", 8], // private, RFC 1918
  ["100.64.0.0", 10], // carrier-grade NAT, RFC 6598
  ["127.0.0.0", 8], // loopback
  ["168.63.129.16", 32], // public by its number, but inside Azure it is the platform of the machine that asks
  ["169.254.0.0", 16], // link-local; cloud metadata services
  ["172.16.0.0", 12], // private, RFC 1918
  ["192.0.0.0", 24], // IETF protocol assignments
  ["192.0.2.0", 24], // documentation
  ["192.88.99.0", 24], // 6to4 relays
  ["192.168.0.0", 16], // private, RFC 1918
  ["198.18.0.0", 15], // benchmarking
  ["198.51.100.0", 24], // documentation
  ["203.0.113.0", 24], // documentation
  ["224.0.0.0", 4], // multicast
  ["240.0.0.0", 4], // reserved, broadcast
]);

/** Public unicast is 2000::/3 so far; the first three rows are everything outside of it. */
const PRIVATE_V6 = blockList("ipv6", [
  ["::", 3], // unspecified, loopback, IPv4-compatible, IPv4-mapped, NAT64 (64:ff9b::/96, 64:ff9b:1::/48), discard-only
  ["4000::", 2], // unassigned; SRv6 segment ids 5f00::/16
  ["8000::", 1], // unassigned; unique local fc00::/7, link-local fe80::/10, site-local fec0::/10, multicast ff00::/8
  ["2001::", 23], // IETF protocol assignments: Teredo 2001::/32, benchmarking, ORCHID
  ["2001:db8::", 32], // documentation
  ["2002::", 16], // 6to4
  ["3fff::", 20], // documentation
]);

function blockList(family: "ipv4" | "ipv6", nets: readonly (readonly [string, number])[]): BlockList {
  const list = new BlockList();
  for (const [net, prefix] of nets) list.addSubnet(net, prefix, family);
  return list;
}
