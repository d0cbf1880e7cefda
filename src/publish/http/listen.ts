import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import type { Hono } from "hono";
import { SECOND_MS } from "#lib/clock";
import { boundConnections, type ConnectionLimits, type Connections, LOOPBACK } from "./server/connections.ts";
import { inOriginForm } from "./server/origin-form.ts";
import { boundReaders, type ReadingLimits } from "./server/slow-readers.ts";

export interface ListenOptions {
  /** Loopback by default in the settings; `0.0.0.0` or `::` to be reached from elsewhere. */
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Addresses and networks of proxies, whose connections are many readers'; this machine's own when absent. */
  readonly trustedProxies?: readonly string[];
  readonly connections?: ConnectionLimits;
  readonly reading?: ReadingLimits;
  /** How long `close` waits for answers under way. */
  readonly graceMs?: number;
}

export interface Listening {
  /** With the real port, no trailing slash. */
  readonly url: string;
  /** Refuses new requests and resolves when the running ones have been answered, or their time is over. */
  close(): Promise<void>;
}

/** Long headers and slow senders are refused early: no page needs more, and no one may keep a connection without using it. */
const MAX_HEADER_BYTES = 16 * 1024;
const HEADERS_TIMEOUT_MS = 10 * SECOND_MS;
const REQUEST_TIMEOUT_MS = 30 * SECOND_MS;
/** Real time. A page that a reader waits for is ready in seconds; what ends this process, such as systemd, waits 90. */
const GRACE_MS = 5 * SECOND_MS;

/** Serves the app. Rejects when the address cannot be bound, with a message that says what to do. */
export function listen(app: Hono, options: ListenOptions): Promise<Listening> {
  const { host, port } = options;
  const server = createServer(
    { maxHeaderSize: MAX_HEADER_BYTES, headersTimeout: HEADERS_TIMEOUT_MS, requestTimeout: REQUEST_TIMEOUT_MS },
    inOriginForm(getRequestListener(app.fetch)),
  );
  const connections = boundConnections(server, options.trustedProxies ?? LOOPBACK, options.connections);
  boundReaders(server, options.reading);
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(explained(error, host, port)));
    server.listen(port, host, () => resolve(listening(server, connections, host, options.graceMs ?? GRACE_MS)));
  });
}

function listening(server: Server, connections: Connections, host: string, graceMs: number): Listening {
  const { port } = server.address() as AddressInfo;
  const shown = host === "0.0.0.0" || host === "::" ? "localhost" : host;
  return {
    url: `http://${shown.includes(":") ? `[${shown}]` : shown}:${port}`,
    close: () =>
      new Promise((resolve, reject) => {
        const giveUp = setTimeout(() => {
          for (const socket of connections.open()) socket.destroy();
        }, graceMs);
        server.close((error) => {
          clearTimeout(giveUp);
          if (error) reject(error);
          else resolve();
        });
        server.closeIdleConnections();
        connections.endSilent();
      }),
  };
}

function explained(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const where = `${host}:${port}`;
  if (error.code === "EADDRINUSE") {
    return new Error(`${where} is taken by another program. Choose another port with --port, or --port 0 for any.`);
  }
  if (error.code === "EACCES") return new Error(`${where} may not be used by this user. Ports from 1024 on may.`);
  if (error.code === "EADDRNOTAVAIL") return new Error(`This machine has no address ${host}.`);
  return error;
}
