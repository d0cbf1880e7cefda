import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import type { Clock } from "#lib/clock";
import { HUB_HOST } from "#newsroom/hub/address";
import { type Answer, typed, visits } from "./answer.ts";
import { hostile } from "./hostile.ts";
import type { House } from "./house.ts";
import type { NoiseKind } from "./noise.ts";
import { type HostRequests, RequestLog } from "./requests.ts";
import { siteAnswer } from "./site-answer.ts";

export interface ServerOptions {
  readonly clock: Clock;
  /** Waits out slow answers. */
  readonly delays: Clock;
  readonly slowMs: number;
  readonly port: number;
  /** The house behind a host label such as `daily`; null for a host that is not ours. */
  readonly houseOf: (label: string) => House | null;
  /** Answers what is posted to the hub. */
  readonly hub: (body: string) => Answer;
  /** JSON for `newsroom.localhost/truth.json`. */
  readonly truth: () => string;
}

export interface PressServer {
  readonly port: number;
  readonly requests: () => readonly HostRequests[];
  /** How many answers had each noise. */
  readonly met: () => ReadonlyMap<NoiseKind, number>;
  readonly close: () => Promise<void>;
}

/** One loopback server for all hosts of the press; who is meant is in the Host header. */
export async function openServer(options: ServerOptions): Promise<PressServer> {
  const log = new RequestLog();
  const counts = visits();
  const met = new Map<NoiseKind, number>();
  const server = createServer({ keepAlive: true }, (request, response) => {
    const label = (request.headers.host ?? "")
      .split(":")[0]!
      .toLowerCase()
      .replace(/\.localhost$/, "");
    const path = request.url ?? "/";
    const house = options.houseOf(label);
    log.begin(label, path, options.clock.now(), house?.site.disallowed ?? []);
    response.once("close", () => log.end(label));
    if (label === "hostile") {
      hostile(request, response, path).catch(() => response.destroy());
      return;
    }
    if (label === HUB_HOST && request.method === "POST") {
      posted(request).then(
        (body) => send(request, response, options.hub(body), false),
        () => response.destroy(),
      );
      return;
    }
    const answer = answerTo(options, house, label, request, counts);
    const location = answer.headers["location"];
    if (location !== undefined) log.redirected(label, new URL(location).pathname);
    for (const kind of answer.met ?? []) met.set(kind, (met.get(kind) ?? 0) + 1);
    if (!answer.slow) return send(request, response, answer, house?.site.compress ?? false);
    options.delays.sleep(options.slowMs).then(
      () => send(request, response, answer, house?.site.compress ?? false),
      () => response.destroy(),
    );
  });
  await listen(server, options.port);
  return {
    port: (server.address() as AddressInfo).port,
    requests: () => log.report(),
    met: () => met,
    close: () => close(server),
  };
}

/** A form of a few fields. */
const MAX_FORM_BYTES = 16 * 1024;

async function posted(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request.setEncoding("utf8")) {
    body += chunk;
    if (body.length > MAX_FORM_BYTES) throw new Error("more than a form");
  }
  return body;
}

function answerTo(
  options: ServerOptions,
  house: House | null,
  label: string,
  request: IncomingMessage,
  counts: (key: string) => number,
): Answer {
  const [path, query = ""] = (request.url ?? "/").split("?", 2) as [string, string?];
  if (label === "newsroom" && path === "/truth.json") return typed("application/json", options.truth());
  if (!house)
    return { status: 404, headers: { "content-type": "text/plain" }, body: "No such host in this newsroom.\n" };
  const asked = {
    path,
    query,
    base: `http://${request.headers.host}`,
    ifNoneMatch: request.headers["if-none-match"],
    ifModifiedSince: request.headers["if-modified-since"],
  };
  return siteAnswer(house, asked, options.clock.now(), counts);
}

function send(request: IncomingMessage, response: ServerResponse, answer: Answer, compress: boolean): void {
  if (answer.status === 304) {
    response.writeHead(304, answer.headers).end();
    return;
  }
  const packs = compress && /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
  const body = packs ? gzipSync(answer.body) : Buffer.from(answer.body);
  const coding = packs ? { "content-encoding": "gzip", vary: "accept-encoding" } : {};
  response.writeHead(answer.status, { ...answer.headers, ...coding, "content-length": body.length });
  response.end(request.method === "HEAD" ? undefined : body);
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}
