import assert from "node:assert/strict";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { TestContext } from "node:test";
import { createEngine } from "#engine/create";
import type { EngineDeps } from "#engine/deps";
import type { Engine, LookReport } from "#engine/engine";
import { DEFAULT_SETTINGS, type EngineSettings } from "#engine/settings";
import { createFetcher } from "#fetch/fetcher";
import type { FetcherSettings } from "#fetch/settings";
import { DrivenClock } from "#lib/clock";
import { silentLog } from "#lib/log";
import type { Fetcher } from "#model/fetcher";
import type { ArticleId } from "#model/id";
import { NO_PATTERNS } from "#model/source";
import { openStore } from "#store/open";
import type { Store } from "#store/store";

/** What the press answers to a path; a string is a page. */
export type Answer =
  | string
  | { readonly status?: number; readonly headers?: Record<string, string>; readonly body?: string | Buffer };

export interface Rig {
  readonly clock: DrivenClock;
  readonly store: Store;
  readonly engine: Engine;
  readonly fetcher: Fetcher;
  readonly base: string;
  /** Paths to answers; anything else is 404. */
  readonly pages: Map<string, Answer>;
  /** Paths to whatever answers there by itself. */
  readonly handlers: Map<string, (request: IncomingMessage, response: ServerResponse) => void>;
  /** Every request, in order. */
  readonly requests: { readonly path: string; readonly at: number; readonly headers: IncomingMessage["headers"] }[];
  article(path: string): Promise<ArticleId>;
}

export const START_AT = Date.UTC(2026, 4, 4, 6, 0);

/** A real server, a real store and a real engine in one process, on a driven clock. */
export async function openRig(
  t: TestContext,
  settings: Partial<EngineSettings> = {},
  file = ":memory:",
  {
    resolve,
    ...deps
  }: Pick<EngineDeps, "archive" | "replayed" | "meter" | "publicBase"> & Pick<FetcherSettings, "resolve"> = {},
): Promise<Rig> {
  const clock = new DrivenClock(START_AT);
  const pages = new Map<string, Answer>();
  const handlers: Rig["handlers"] = new Map();
  const requests: Rig["requests"] = [];
  const server = createServer((request, response) => {
    requests.push({ path: request.url ?? "", at: clock.now(), headers: request.headers });
    const handler = handlers.get(request.url ?? "");
    if (handler) handler(request, response);
    else answer(pages.get(request.url ?? ""), request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const store = await openStore(file);
  const allowPrivate = [`*.localhost:${port}`];
  const fetcher = createFetcher({ userAgent: "Variorum/test", allowPrivate, ...(resolve && { resolve }) }, clock);
  const engine = createEngine({
    store,
    fetcher,
    clock,
    log: silentLog,
    settings: { ...DEFAULT_SETTINGS, threads: 0, gapMs: 0, interactiveGapMs: 0, ...settings },
    owner: "rig",
    ...deps,
  });
  t.after(async () => {
    await engine.close();
    await fetcher.close();
    await store.close();
    server.closeAllConnections();
    server.close();
  });
  const base = `http://gazette.localhost:${port}`;
  const article = async (path: string): Promise<ArticleId> => {
    const { id } = await store.writer.addSource(
      { name: "Gazette", homeUrl: `${base}/`, patterns: NO_PATTERNS },
      clock.now(),
    );
    const found = { url: base + path, title: null, publishedAt: null, updatedAt: null };
    const [added] = await store.writer.addArticles(id, [found], clock.now());
    return added ?? (await store.reader.articleByUrl(base + path))!.id;
  };
  return { clock, store, engine, fetcher, base, pages, handlers, requests, article };
}

/** Looks once, and again whenever the engine asks to see a new text a second time, until it has decided. */
export async function lookUntilDecided(rig: Rig, id: ArticleId): Promise<LookReport> {
  for (;;) {
    const looked = await rig.engine.look(id);
    assert.ok(looked.ok, JSON.stringify(looked));
    if (looked.value.decision !== "held") return looked.value;
    rig.clock.advanceTo(looked.value.nextLookAt!);
  }
}

function answer(given: Answer | undefined, request: IncomingMessage, response: ServerResponse): void {
  if (given === undefined) {
    response.writeHead(404, { "content-type": "text/html" }).end("<title>Not found</title><h1>Page not found</h1>");
    return;
  }
  const { status = 200, headers = {}, body = "" } = typeof given === "string" ? { body: given } : given;
  const etag = headers["etag"];
  if (etag !== undefined && request.headers["if-none-match"] === etag) {
    response.writeHead(304, { etag }).end();
    return;
  }
  response.writeHead(status, { "content-type": "text/html; charset=utf-8", ...headers }).end(body);
}

const FILLER = [
  "The harbour board met for most of Monday behind closed doors and said little when it came out.",
  "Boats from the northern villages have used the old basin since the storm, and most of their owners want to stay there.",
  "A spokeswoman for the board said that a survey of the quay walls would be published before the end of the month.",
  "Residents of the lower town have complained for years about the noise of the pumps, which run through the night.",
];

export interface PageOptions {
  readonly headline?: string;
  readonly lead?: string;
  readonly canonical?: string;
  /** Claimed date of modification, ISO 8601. */
  readonly modified?: string;
  readonly noise?: string;
  readonly paragraphs?: readonly string[];
}

/** A believable article page; `noise` is what changes around the text. */
export function page(options: PageOptions = {}): string {
  const {
    headline = "Harbour to close for repairs",
    lead = "The harbour will close for 12 days in June.",
    noise = "",
  } = options;
  const paragraphs = [lead, ...(options.paragraphs ?? FILLER)];
  return `<!doctype html><html lang="en"><head><title>${headline} - Gazette</title>
${options.canonical ? `<link rel="canonical" href="${options.canonical}">` : ""}
${options.modified ? `<meta property="article:modified_time" content="${options.modified}">` : ""}</head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav>
<main><article><h1>${headline}</h1><p class="byline">By Ada Quay</p>
${paragraphs.map((text) => `<p>${text}</p>`).join("\n")}</article></main>
<aside class="related"><h2>Most read</h2><ul><li><a href="/other">${noise}</a></li></ul></aside></body></html>`;
}
