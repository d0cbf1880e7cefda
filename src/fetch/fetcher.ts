import type { Socket } from "node:net";
import { TLSSocket } from "node:tls";
import { Agent } from "undici";
import { type Clock, SECOND_MS } from "#lib/clock";
import { hostKey, parseHttpUrl } from "#lib/url";
import type { RawExchange } from "#model/archive";
import type { Failure, Result } from "#model/failure";
import type { Fetcher, FetchRequest, FetchResponse, FetchResult, Hop, Permission } from "#model/fetcher";
import { conditionalHeaders, validatorsOf } from "./conditional.ts";
import { guardedConnector, systemResolve } from "./connect.ts";
import { ACCEPT_ENCODING, undoContentCoding } from "./content-coding.ts";
import { type Answer, type ExchangeResult, exchange } from "./exchange.ts";
import { aborted, badRedirect, badUrl, closed, redirectLoop, tooManyRedirects, wholeTimeout } from "./failures.ts";
import { PassingCookies } from "./passing-cookies.ts";
import { isRedirect, redirectTarget } from "./redirect.ts";
import {
  DEFAULT_MAX_BODY_BYTES,
  DEFAULT_MAX_HEADER_BYTES,
  DEFAULT_MAX_REDIRECTS,
  DEFAULT_TIMEOUTS,
  type FetcherSettings,
  type FetchTimeouts,
} from "./settings.ts";
import { allowList, type IsAllowed, leadsInside, privateAddress, refuseTarget } from "./target.ts";
import { Turns } from "./turns.ts";

/** An idle connection outlives the usual gap between two looks at a host (10 s), so that the next one reuses it. */
const KEEP_ALIVE_MS = 15 * SECOND_MS;
/** Whatever longer time a server offers: an idle socket per host of the whole press is a waste on both sides. */
const KEEP_ALIVE_MAX_MS = 30 * SECOND_MS;

/** How often a request is given a turn that is over before it could go out: connecting took longer than the turn lasts. */
const MAX_TURNS = 3;

/** What a browser sends at a forced reload; `pragma` is for caches of HTTP/1.0. */
const PAST_CACHES = { "cache-control": "no-cache", pragma: "no-cache" };

/** Everything a fetch needs, read from the settings once. */
interface Context {
  readonly agent: Agent;
  readonly clock: Clock;
  readonly isAllowed: IsAllowed;
  readonly headers: Readonly<Record<string, string>>;
  readonly timeouts: FetchTimeouts;
  readonly maxRedirects: number;
  readonly maxBodyBytes: number;
  /** Origins with an open connection. */
  readonly open: ReadonlySet<string>;
  /** The connection of each of them. */
  readonly sockets: ReadonlyMap<string, Socket>;
  /** A registrable domain is asked one thing at a time, whichever of its hosts that is. */
  readonly turns: Turns;
}

/**
 * The fetcher over HTTP/1.1: private addresses refused on every hop, redirects followed by own code, time and size
 * bounded, cookies for the way through redirects alone, one connection per origin and one request at a time per registrable domain. `clock` dates the captures; limits on time are real time.
 */
export function createFetcher(settings: FetcherSettings, clock: Clock): Fetcher {
  const context = contextOf(settings, clock);
  let isClosed = false;
  return {
    async fetch(request) {
      const way = new Way(request, context);
      const result = isClosed ? { ok: false as const, failure: closed() } : await way.walk();
      return way.report(result);
    },
    async close() {
      isClosed = true;
      await context.agent.destroy();
    },
  };
}

function contextOf(settings: FetcherSettings, clock: Clock): Context {
  const timeouts = { ...DEFAULT_TIMEOUTS, ...settings.timeouts };
  const isAllowed = allowList(settings.allowPrivate ?? []);
  const open = new Set<string>();
  const sockets = new Map<string, Socket>();
  const agent = new Agent({
    connections: 1,
    pipelining: 1,
    allowH2: false,
    headersTimeout: timeouts.headersMs,
    bodyTimeout: 0, // the whole-time limit covers it, without a timer per chunk
    maxHeaderSize: settings.maxHeaderBytes ?? DEFAULT_MAX_HEADER_BYTES,
    keepAliveTimeout: KEEP_ALIVE_MS,
    keepAliveMaxTimeout: KEEP_ALIVE_MAX_MS,
    connect: guardedConnector({
      isAllowed,
      resolve: settings.resolve ?? systemResolve,
      timeoutMs: timeouts.connectMs,
      onSocket: (origin, socket) => sockets.set(origin, socket),
    }),
  });
  agent.on("connect", (origin) => open.add(origin.origin));
  agent.on("disconnect", (origin) => {
    open.delete(origin.origin);
    sockets.delete(origin.origin);
  });
  return {
    agent,
    clock,
    isAllowed,
    timeouts,
    open,
    sockets,
    turns: new Turns(),
    maxRedirects: settings.maxRedirects ?? DEFAULT_MAX_REDIRECTS,
    maxBodyBytes: settings.maxBodyBytes ?? DEFAULT_MAX_BODY_BYTES,
    headers: {
      "user-agent": settings.userAgent,
      accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
      "accept-language": settings.acceptLanguage ?? "en",
      "accept-encoding": ACCEPT_ENCODING,
    },
  };
}

type Walked = Result<Omit<FetchResponse, "hops" | "exchanges" | "sentAt" | "tookMs">>;

/** The way of one request through its redirects. */
class Way {
  readonly #request: FetchRequest;
  readonly #context: Context;
  readonly #maxBytes: number;
  readonly #hops: Hop[] = [];
  readonly #exchanges: RawExchange[] = [];
  readonly #cookies = new PassingCookies();
  #remainingMs: number;
  #sentAt: number | null = null;

  constructor(request: FetchRequest, context: Context) {
    this.#request = request;
    this.#context = context;
    this.#maxBytes = request.maxBodyBytes ?? context.maxBodyBytes;
    this.#remainingMs = context.timeouts.wholeMs;
  }

  async walk(): Promise<Walked> {
    const start = parseHttpUrl(this.#request.url);
    if (!start) return failed(badUrl(this.#request.url));
    const asked = new Set<string>();
    let url = start;
    for (;;) {
      asked.add(url.href);
      const answer = await this.#askWhenAllowed(url);
      if (!answer.ok) return answer;
      if (!this.#isFollowed(answer.value)) return this.#read(url, answer.value);
      const next = this.#follow(url, answer.value, asked);
      if (!next.ok) return next;
      url = next.value;
    }
  }

  report(result: Walked): FetchResult {
    const now = this.#context.clock.now();
    const sentAt = this.#sentAt ?? now;
    const facts = { sentAt, tookMs: now - sentAt, hops: this.#hops, exchanges: this.#exchanges };
    return result.ok ? { ok: true, value: { ...result.value, ...facts } } : { ...result, ...facts };
  }

  /** Only what keeps a POST a POST (RFC 9110, 15.4) may have it sent on; other redirects are its answer. */
  #isFollowed({ status, headers }: Answer): boolean {
    return isRedirect(status, headers) && (this.#request.post === undefined || status === 307 || status === 308);
  }

  /** Asks for leave and sends; again where the turn was over before the request could go out. */
  async #askWhenAllowed(url: URL): Promise<Result<Answer>> {
    for (let tries = 1; ; tries++) {
      const permission = await this.#permission(url);
      if (permission && "advice" in permission) return failed(permission);
      const answer = await this.#ask(url, permission);
      if (answer.ok) return answer;
      if (!answer.unsent || tries >= MAX_TURNS) return failed(answer.failure);
    }
  }

  async #permission(url: URL): Promise<Failure | Permission | null> {
    if (this.#request.signal?.aborted) return aborted();
    const { isAllowed } = this.#context;
    // Who may be watched in spite of lying inside is not to be reached through a redirect from outside.
    const came = this.#hops[0] && new URL(this.#hops[0].url);
    if (came && leadsInside(came, url, isAllowed)) return privateAddress(url.hostname);
    const refused = refuseTarget(url, isAllowed);
    if (refused) return refused;
    const given = (await this.#request.permit?.(url.href)) ?? null;
    // The permit may have waited for its turn.
    return this.#request.signal?.aborted ? aborted() : given;
  }

  async #ask(url: URL, permission: Permission | null): Promise<ExchangeResult> {
    const sentAt = this.#context.clock.now();
    this.#sentAt ??= sentAt;
    const reused = this.#context.open.has(url.origin);
    let answer = await this.#exchange(url, permission);
    // A server may close an idle connection at the very moment we use it: that says nothing about the server, and GET
    // may be sent again (RFC 9110, 9.2.2), a POST may not.
    const isRepeatable = reused && this.#request.post === undefined;
    if (!answer.ok && isRepeatable && !answer.answered && answer.failure.code === "reset")
      answer = await this.#exchange(url, permission);
    if (answer.ok) this.#exchanges.push({ url: url.href, sentAt, body: answer.value.body, ...answer.value.raw });
    return answer;
  }

  async #exchange(url: URL, permission: Permission | null): Promise<ExchangeResult> {
    return this.#context.turns.take(hostKey(url.href), () => this.#exchangeNow(url, permission));
  }

  async #exchangeNow(url: URL, permission: Permission | null): Promise<ExchangeResult> {
    if (this.#remainingMs <= 0) return { ok: false as const, failure: wholeTimeout(), answered: false };
    if (this.#request.signal?.aborted) return { ok: false as const, failure: aborted(), answered: false };
    const { agent, headers, sockets } = this.#context;
    const cookie = this.#request.post ? undefined : this.#cookies.header(url);
    const startedAt = performance.now();
    const result = await exchange(agent, {
      url,
      post: this.#request.post,
      headers: {
        ...headers,
        ...conditionalHeaders(this.#request.validators),
        ...(this.#request.fresh && PAST_CACHES),
        ...(cookie !== undefined && { cookie }),
      },
      maxBytes: this.#maxBytes,
      limitMs: this.#remainingMs,
      signal: this.#request.signal,
      permission,
      reset: () => resetNow(sockets.get(url.origin)),
    });
    this.#remainingMs -= performance.now() - startedAt;
    return result;
  }

  #follow(url: URL, { status, headers }: Answer, asked: Set<string>): Result<URL> {
    const location = headers["location"] ?? "";
    this.#hops.push({ url: url.href, status });
    const next = redirectTarget(location, url);
    if (!next) return failed(badRedirect(location));
    if (this.#request.post && url.protocol === "https:" && next.protocol === "http:")
      return failed(badRedirect(location));
    // With another cookie the same address may give another answer.
    if (this.#cookies.take(url, headers["set-cookie"])) asked.clear();
    if (asked.has(next.href)) return failed(redirectLoop(next.href));
    const { maxRedirects } = this.#context;
    return this.#hops.length > maxRedirects ? failed(tooManyRedirects(maxRedirects)) : { ok: true, value: next };
  }

  #read(url: URL, { status, headers, body }: Answer): Walked {
    const decoded = undoContentCoding(body, headers["content-encoding"], this.#maxBytes);
    if (!decoded.ok) return decoded;
    const validators = validatorsOf(headers);
    return { ok: true, value: { status, url: url.href, headers, body: decoded.value, validators } };
  }
}

/**
 * Ends a connection so that what the system has not sent yet is not sent any more: closed in the usual way, a line that was down for
 * a minute would bring the request to the server long after it was given up. Node can do this only without encryption.
 */
function resetNow(socket: Socket | undefined): void {
  if (socket && !(socket instanceof TLSSocket) && !socket.destroyed) socket.resetAndDestroy();
}

const failed = (failure: Failure): { readonly ok: false; readonly failure: Failure } => ({ ok: false, failure });
