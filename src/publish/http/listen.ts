import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import type { Hono } from "hono";

export interface ListenOptions {
  /** Loopback by default in the settings; `0.0.0.0` or `::` to be reached from elsewhere. */
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
}

export interface Listening {
  /** With the real port, no trailing slash. */
  readonly url: string;
  /** Refuses new requests and resolves when the running ones have been answered. */
  close(): Promise<void>;
}

/** Long headers and slow senders are refused early: no page needs more, and no one may keep a connection without using it. */
const MAX_HEADER_BYTES = 16 * 1024;
const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 30_000;

/** Serves the app. Rejects when the address cannot be bound, with a message that says what to do. */
export function listen(app: Hono, { host, port }: ListenOptions): Promise<Listening> {
  const server = createServer(
    { maxHeaderSize: MAX_HEADER_BYTES, headersTimeout: HEADERS_TIMEOUT_MS, requestTimeout: REQUEST_TIMEOUT_MS },
    getRequestListener(app.fetch),
  );
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(explained(error, host, port)));
    server.listen(port, host, () => resolve(listening(server, host)));
  });
}

function listening(server: Server, host: string): Listening {
  const { port } = server.address() as AddressInfo;
  const shown = host === "0.0.0.0" || host === "::" ? "localhost" : host;
  return {
    url: `http://${shown.includes(":") ? `[${shown}]` : shown}:${port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeIdleConnections();
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
