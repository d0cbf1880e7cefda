import { lookup as systemLookup } from "node:dns/promises";
import type { LookupFunction, Socket } from "node:net";
import { buildConnector } from "undici";
import { FailureError } from "#model/failure";
import { isPrivateAddress, literalAddress } from "./address.ts";
import type { Resolve } from "./settings.ts";
import { type IsAllowed, privateAddress } from "./target.ts";

type Connector = buildConnector.connector;

export interface ConnectOptions {
  readonly isAllowed: IsAllowed;
  readonly resolve: Resolve;
  readonly timeoutMs: number;
  /** Told of each connection that is made. */
  readonly onSocket?: (origin: string, socket: Socket) => void;
}

/**
 * Connects to public addresses only, checked three times: the address that the host name spells, the addresses that it
 * resolves to, and the address that the socket ended up at. Each alone has holes: literals never reach the resolver,
 * and a name may resolve differently the next moment.
 */
export function guardedConnector({ isAllowed, resolve, timeoutMs, onSocket }: ConnectOptions): Connector {
  const build = (lookup: LookupFunction) =>
    // HTTP/1.1 only: one request every few seconds gains nothing from HTTP/2 and its larger attack surface.
    buildConnector({ timeout: timeoutMs, allowH2: false, lookup });
  const open = build(lookupThrough(resolve));
  const guarded = guardPeer(build(lookupThrough(publicOnly(resolve))));
  return (options, tell) => {
    const callback: buildConnector.Callback = (...result) => {
      if (result[1] !== null) onSocket?.(`${options.protocol}//${options.host}`, result[1]);
      tell(...result);
    };
    const port = options.port || (options.protocol === "https:" ? "443" : "80");
    if (isAllowed(options.hostname, port)) return open(options, callback);
    const literal = literalAddress(options.hostname);
    if (literal !== null && isPrivateAddress(literal)) return callback(refusal(options.hostname), null);
    guarded(options, callback);
  };
}

/** Refuses a connection that `connect` made to a private address, before a byte of the request is sent. */
export function guardPeer(connect: Connector): Connector {
  return (options, callback) =>
    connect(options, (...result) => {
      const [error, socket] = result;
      if (error !== null) return callback(error, null);
      if (socket.remoteAddress !== undefined && !isPrivateAddress(socket.remoteAddress)) return callback(null, socket);
      socket.destroy();
      callback(refusal(options.hostname), null);
    });
}

/** Drops private addresses; a name with no other is refused. */
export function publicOnly(resolve: Resolve): Resolve {
  return async (hostname) => {
    const addresses = (await resolve(hostname)).filter(({ address }) => !isPrivateAddress(address));
    if (addresses.length === 0) throw refusal(hostname);
    return addresses;
  };
}

/** The system's resolver; names under .localhost are loopback by RFC 6761 and never asked for. */
export const systemResolve: Resolve = async (hostname) => {
  if (/(?:^|\.)localhost\.?$/i.test(hostname)) return [{ address: "127.0.0.1", family: 4 }];
  const addresses = await systemLookup(hostname, { all: true });
  return addresses.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));
};

function lookupThrough(resolve: Resolve): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname).then(
      (addresses) => {
        const first = addresses[0];
        if (first === undefined) return callback(noAddress(hostname), "");
        if (options.all) return callback(null, [...addresses]);
        callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, ""),
    );
  };
}

/**
 * A name may lead inside for an hour: a wrong record, a resolver that blocks, a captive portal. Only an address that is private as
 * it is spelled is private for good.
 */
const refusal = (hostname: string) => {
  const advice = literalAddress(hostname) === null ? "retry" : "never";
  return new FailureError({ ...privateAddress(hostname), advice });
};

const noAddress = (hostname: string): NodeJS.ErrnoException =>
  Object.assign(new Error(`${hostname} has no address`), { code: "ENOTFOUND" });
