import { spawnSync } from "node:child_process";

/** A network of a worker's own, joined to ours by one cable that can be pulled. */
export interface Namespace {
  readonly name: string;
  /** Our end of the cable, where the worker finds everything. */
  readonly hostAddress: string;
  pull(): void;
  plug(): void;
  remove(): void;
}

const ip = (...args: readonly string[]): boolean => spawnSync("ip", args, { stdio: "ignore" }).status === 0;

/** Null where the machine does not let us make one. The networks are those of RFC 2544, which are for benchmarks. */
export function makeNamespace(number: number): Namespace | null {
  if (process.getuid?.() !== 0) return null;
  const name = `vrr${process.pid}-${number}`;
  const cable = `vr${process.pid % 10_000}x${number}`;
  const [hostAddress, address] = [`198.18.${number}.1`, `198.18.${number}.2`];
  const made =
    ip("netns", "add", name) &&
    ip("link", "add", cable, "type", "veth", "peer", "name", "up0", "netns", name) &&
    ip("addr", "add", `${hostAddress}/24`, "dev", cable) &&
    ip("link", "set", cable, "up") &&
    ip("-n", name, "addr", "add", `${address}/24`, "dev", "up0") &&
    ip("-n", name, "link", "set", "up0", "up") &&
    ip("-n", name, "link", "set", "lo", "up");
  const remove = () => {
    ip("link", "del", cable);
    ip("netns", "del", name);
  };
  if (!made) {
    remove();
    return null;
  }
  return {
    name,
    hostAddress,
    pull: () => void ip("link", "set", cable, "down"),
    plug: () => void ip("link", "set", cable, "up"),
    remove,
  };
}
