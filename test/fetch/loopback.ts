import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from "node:net";
import type { TestContext } from "node:test";
import { createFetcher } from "#fetch/fetcher";
import type { FetcherSettings } from "#fetch/settings";
import { DrivenClock } from "#lib/clock";
import type { Fetcher } from "#model/fetcher";

export interface Loopback {
  /** Without a slash at the end. */
  readonly url: string;
  readonly port: number;
  /** Path of every request, in order. */
  readonly asked: string[];
  readonly seen: IncomingMessage[];
}

/** A real HTTP server on 127.0.0.1 that ends with the test. */
export async function serve(t: TestContext, answer: RequestListener): Promise<Loopback> {
  const asked: string[] = [];
  const seen: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    seen.push(request);
    answer(request, response);
  });
  const port = await listen(t, server);
  t.after(() => server.closeAllConnections());
  return { url: `http://127.0.0.1:${port}`, port, asked, seen };
}

/** A server that says exactly what it is told to, correct HTTP or not. */
export async function serveRaw(
  t: TestContext,
  onRequest: (socket: Socket, request: string) => void,
): Promise<Loopback> {
  const asked: string[] = [];
  const server = createTcpServer((socket) => {
    socket.on("error", () => socket.destroy()); // the client hangs up on nonsense: that is the point
    socket.on("data", (data) => {
      const request = data.toString("latin1");
      asked.push(request.split(" ")[1] ?? "");
      onRequest(socket, request);
    });
    t.after(() => socket.destroy());
  });
  const port = await listen(t, server);
  return { url: `http://127.0.0.1:${port}`, port, asked, seen: [] };
}

async function listen(t: TestContext, server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => server.close());
  return (server.address() as AddressInfo).port;
}

export const NOW = Date.UTC(2026, 2, 1, 12);

/** A fetcher that may reach the given ports of 127.0.0.1 and names under .localhost, and ends with the test. */
export function fetcherFor(t: TestContext, ports: readonly number[], settings: Partial<FetcherSettings> = {}): Fetcher {
  const allowPrivate = ports.flatMap((port) => [`127.0.0.1:${port}`, `*.localhost:${port}`]);
  const fetcher = createFetcher({ userAgent: "Variorum/0.1 (+test)", allowPrivate, ...settings }, new DrivenClock(NOW));
  t.after(() => fetcher.close());
  return fetcher;
}

/** Code of the failure, or the status: what most cases look at. */
export async function met(fetcher: Fetcher, url: string): Promise<string | number> {
  const result = await fetcher.fetch({ url });
  return result.ok ? result.value.status : result.failure.code;
}

export function redirect(response: ServerResponse, location: string, status = 302): void {
  response.writeHead(status, { location }).end("moved");
}
