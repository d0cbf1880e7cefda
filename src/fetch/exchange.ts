import type { Agent, Dispatcher } from "undici";
import type { Failure } from "#model/failure";
import type { Permission, Posted } from "#model/fetcher";
import {
  aborted,
  bodyTooLarge,
  endlessHints,
  failureOf,
  tooManyHeaders,
  tooManyPieces,
  unarrived,
  wholeTimeout,
} from "./failures.ts";
import { Gathered } from "./gathered.ts";
import { type RawAnswer, requestHead, responseHead } from "./raw-exchange.ts";
import { isRedirect } from "./redirect.ts";

export interface Exchange {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** A GET when absent. */
  readonly post?: Posted | undefined;
  /** As sent, before Content-Encoding is undone. */
  readonly maxBytes: number;
  /** Real time, whatever the clock says: bytes travel in real time also when a simulation drives the clock. */
  readonly limitMs: number;
  readonly signal: AbortSignal | undefined;
  /** The request's leave; null when it has no end. */
  readonly permission: Permission | null;
  /** Takes back what has not left this machine. */
  readonly reset: () => void;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** As sent; of redirects, whose bodies no one reads, at most the beginning. */
  readonly body: Buffer;
  readonly raw: RawAnswer;
}

export type ExchangeResult =
  | { readonly ok: true; readonly value: Answer }
  | {
      readonly ok: false;
      readonly failure: Failure;
      readonly answered: boolean;
      /** Its turn was over: no byte of it went out. */
      readonly unsent?: true;
    };

/** Reading a short body to its end keeps the connection. For a longer one that no one wants, the connection is given up. */
const MAX_DISCARDED_BYTES = 64 * 1024;

/** How often it is asked whether a request may still arrive. Real time; a pause at a host is a hundred times as long. */
const ARRIVAL_EVERY_MS = 100;

/** Lines of a head. News sites send up to sixty; thousands of empty ones fit in the bytes that a head may have. */
const MAX_HEADER_LINES = 500;

/** "103 Early Hints" and other informational answers before the real one. One is usual. */
const MAX_INFORMATIONAL = 20;

/**
 * Pieces that a body may come in. A page of ten megabytes comes in a few thousand, one whose server sends each line by itself in
 * a hundred thousand; each costs this process a microsecond or more, and ten million could be made.
 */
const MAX_PIECES = 500_000;

/** One request, without redirects: resolves when the body is complete or something went wrong. */
export function exchange(agent: Agent, asked: Exchange): Promise<ExchangeResult> {
  const { url, post, maxBytes, limitMs, signal } = asked;
  const headers = post ? { ...asked.headers, ...postHeaders(post) } : asked.headers;
  const method = post ? "POST" : "GET";
  return new Promise((resolve) => {
    const finish = (result: ExchangeResult) => {
      clearTimeout(timer);
      clearInterval(watch);
      signal?.removeEventListener("abort", onAbort);
      resolve(result);
    };
    const reading = new ResponseHandler(url, requestHead(method, url, headers), maxBytes, asked, finish);
    const onAbort = () => reading.giveUp(aborted());
    const timer = setTimeout(() => reading.giveUp(wholeTimeout()), limitMs);
    const watch = asked.permission?.mayArrive && setInterval(() => reading.checkArrival(), ARRIVAL_EVERY_MS);
    signal?.addEventListener("abort", onAbort);
    const body = post?.body ?? null;
    agent.dispatch({ origin: url.origin, path: url.pathname + url.search, method, headers, body }, reading);
  });
}

const postHeaders = ({ contentType, body }: Posted): Record<string, string> => ({
  "content-type": contentType,
  "content-length": String(Buffer.byteLength(body)),
});

/** Collects one response; settles once. On undici's dispatch level, where each chunk is counted before it is kept. */
class ResponseHandler implements Dispatcher.DispatchHandler {
  readonly #url: URL;
  readonly #request: string;
  readonly #maxBytes: number;
  readonly #asked: Pick<Exchange, "permission" | "reset">;
  readonly #finish: (result: ExchangeResult) => void;
  readonly #body = new Gathered();
  #pieces = 0;
  #controller: Dispatcher.DispatchController | null = null;
  #settled = false;
  #status = 0;
  #head = "";
  #headers: Record<string, string> = {};
  #size = 0;
  #discard = false;
  #informational = 0;

  constructor(
    url: URL,
    request: string,
    maxBytes: number,
    asked: Pick<Exchange, "permission" | "reset">,
    finish: (result: ExchangeResult) => void,
  ) {
    this.#url = url;
    this.#request = request;
    this.#maxBytes = maxBytes;
    this.#asked = asked;
    this.#finish = finish;
  }

  /** Takes the request back once it would arrive too late, if it has not arrived: the answer would have begun. */
  checkArrival(): void {
    if (this.#controller === null || this.#status !== 0 || this.#asked.permission?.mayArrive?.() !== false) return;
    this.giveUp(unarrived(this.#url.host));
  }

  /** Ends the reading with `failure` from outside. Before the request went out there is no controller yet. */
  giveUp(failure: Failure): void {
    if (this.#controller !== null && this.#status === 0 && !this.#settled) this.#asked.reset();
    this.#settle({ ok: false, failure, answered: this.#status !== 0 });
    this.#controller?.abort(new Error(failure.code));
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    // The connection is made, and the request is written next: from asking for leave until now any time may have passed.
    const over = this.#settled ? null : (this.#asked.permission?.mayGoOut() ?? null);
    if (over) this.#settle({ ok: false, failure: over, answered: false, unsent: true });
    this.#controller = controller;
    if (this.#settled) controller.abort(new Error("given up before it began"));
  }

  onResponseStart(
    controller: Dispatcher.DispatchController,
    status: number,
    headers: Readonly<Record<string, string | string[] | undefined>>,
    statusText?: string,
  ): void {
    // Informational answers (103 Early Hints) come before the real one.
    if (status < 200) {
      this.#informational += 1;
      if (this.#informational > MAX_INFORMATIONAL) this.giveUp(endlessHints(this.#url.host));
      return;
    }
    this.#status = status;
    if (linesOf(controller.rawHeaders) > MAX_HEADER_LINES) {
      this.giveUp(tooManyHeaders(this.#url.host));
      return;
    }
    this.#headers = joined(headers);
    this.#head = responseHead(status, statusText, controller.rawHeaders);
    this.#discard = isRedirect(status, this.#headers);
    if (!this.#discard && Number(this.#headers["content-length"]) > this.#maxBytes) {
      this.giveUp(bodyTooLarge(this.#maxBytes));
    }
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#size += chunk.length;
    this.#pieces += 1;
    if (this.#discard) {
      if (this.#size <= MAX_DISCARDED_BYTES) {
        this.#body.push(chunk);
        return;
      }
      this.#complete(true);
      controller.abort(new Error("the reader has stopped"));
    } else if (this.#size > this.#maxBytes) this.giveUp(bodyTooLarge(this.#maxBytes));
    else if (this.#pieces > MAX_PIECES) this.giveUp(tooManyPieces(this.#url.host));
    else this.#body.push(chunk);
  }

  onResponseEnd(): void {
    this.#complete();
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    const answered = this.#status !== 0;
    this.#settle({ ok: false, failure: failureOf(error, this.#url, answered), answered });
  }

  #complete(truncated = false): void {
    const body = this.#body.bytes();
    const raw = { request: this.#request, response: this.#head, truncated };
    this.#settle({ ok: true, value: { status: this.#status, headers: this.#headers, body, raw } });
  }

  #settle(result: ExchangeResult): void {
    if (this.#settled) return;
    this.#settled = true;
    this.#finish(result);
  }
}

/** Names and values take turns in it. */
const linesOf = (raw: Dispatcher.DispatchController["rawHeaders"]): number => (Array.isArray(raw) ? raw.length / 2 : 0);

/** Repeated headers as one, in a record without prototype: header names come from outside. */
function joined(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  const result: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) result[name.toLowerCase()] = Array.isArray(value) ? value.join(", ") : value;
  }
  return result;
}
