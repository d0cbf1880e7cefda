import type { BrowserContext } from "playwright-core";
import { aborted, bodyTooLarge } from "#fetch/failures";
import type { IsAllowed } from "#fetch/target";
import { type Failure, failFor, ok, type Result } from "#model/failure";
import type { Fetcher, FetchResponse } from "#model/fetcher";
import { Chromium } from "./chromium.ts";
import { CLOSE_LIMIT_MS, MAX_OPEN_PAGES, RENDER_LIMIT_MS, SETTLE_LIMIT_MS } from "./limits.ts";
import { Places } from "./places.ts";
import { snapshot } from "./snapshot.ts";
import { SubRequests } from "./sub-requests.ts";

export interface RendererSettings {
  /** Path of the browser; the usual places when null. */
  readonly browserPath: string | null;
  readonly userAgent: string;
  /** What pages see as the reader's language. */
  readonly locale: string;
  readonly isAllowed: IsAllowed;
  /** Largest page after its scripts, in bytes. */
  readonly maxBodyBytes: number;
  /** RENDER_LIMIT_MS when absent. */
  readonly limitMs?: number;
}

/** A page after its scripts have run. */
export interface Rendered {
  /** HTML in UTF-8. */
  readonly body: Uint8Array;
  /** Requests that its scripts caused. */
  readonly requests: number;
}

/**
 * Runs the scripts of fetched pages in a Chromium of this machine: one browser, a fresh profile for each page, no request
 * but through `fetcher`. Fails with `no-browser`, `render-timeout`, `render-led-away`, `render-failed`,
 * `body-too-large`, `aborted`.
 */
export class Renderer {
  readonly #fetcher: Fetcher;
  readonly #settings: RendererSettings;
  readonly #chromium: Chromium;
  readonly #places = new Places(MAX_OPEN_PAGES);

  constructor(fetcher: Fetcher, settings: RendererSettings) {
    this.#fetcher = fetcher;
    this.#settings = settings;
    this.#chromium = new Chromium(settings.browserPath);
  }

  render(page: FetchResponse, signal?: AbortSignal): Promise<Result<Rendered>> {
    return this.#places.take(async () => {
      if (signal?.aborted) return { ok: false, failure: aborted() };
      const browser = await this.#chromium.browser();
      if (!browser.ok) return browser;
      const { userAgent, locale } = this.#settings;
      const opened = await attempt(() =>
        browser.value.newContext({
          userAgent,
          locale,
          timezoneId: "UTC",
          serviceWorkers: "block",
          acceptDownloads: false,
        }),
      );
      if (!opened.ok) return opened;
      try {
        return await this.#bounded(opened.value, page, signal);
      } finally {
        await this.#closeSoon(opened.value);
      }
    });
  }

  close(): Promise<void> {
    return this.#chromium.close();
  }

  /** Ends when the page is read, when its time is up, or when the caller breaks off, whichever comes first. */
  async #bounded(context: BrowserContext, page: FetchResponse, signal?: AbortSignal): Promise<Result<Rendered>> {
    const ended = new AbortController();
    const over = Promise.withResolvers<Result<never>>();
    const give = (failure: Failure) => over.resolve({ ok: false, failure });
    const timer = setTimeout(() => give(renderTimeout()), this.#settings.limitMs ?? RENDER_LIMIT_MS);
    const onAbort = () => give(aborted());
    signal?.addEventListener("abort", onAbort);
    try {
      return await Promise.race([this.#open(context, page, ended.signal), over.promise]);
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
      ended.abort();
    }
  }

  async #open(context: BrowserContext, page: FetchResponse, signal: AbortSignal): Promise<Result<Rendered>> {
    const { isAllowed, maxBodyBytes } = this.#settings;
    const requests = new SubRequests({ fetcher: this.#fetcher, isAllowed, page, signal });
    return attempt(async () => {
      await context.addInitScript(FORGET_SOCKETS);
      await context.routeWebSocket(/.*/, (socket) => void socket.close());
      const tab = await context.newPage();
      // What a script opens beside the page is not read by anyone.
      context.on("page", (popup) => void popup.close().catch(() => {}));
      await context.route("**/*", (route) =>
        // The page may be closed by the time its answer comes.
        requests.answer(route, tab.mainFrame()).catch(() => {}),
      );
      const parsed = new Promise<"parsed">((resolve) => tab.once("domcontentloaded", () => resolve("parsed")));
      await tab.goto(page.url, { waitUntil: "commit", timeout: 0 });
      // From then on the browser reads no further in the page.
      if ((await Promise.race([parsed, requests.ledAway])) === "led away") throw new LedAway();
      await settled(requests, signal);
      const html = await snapshot(tab, maxBodyBytes);
      const body = html === null ? null : new TextEncoder().encode(html);
      if (body === null || body.byteLength > maxBodyBytes) throw new TooLarge();
      return { body, requests: requests.asked };
    }, maxBodyBytes);
  }

  /** A page that does not let itself be closed takes the browser with it. */
  async #closeSoon(context: BrowserContext): Promise<void> {
    const late = Promise.withResolvers<"late">();
    const timer = setTimeout(() => late.resolve("late"), CLOSE_LIMIT_MS);
    const closed = context.close().then(
      () => "closed" as const,
      () => "closed" as const,
    );
    const end = await Promise.race([closed, late.promise]);
    clearTimeout(timer);
    if (end === "late") await this.#chromium.kill();
  }
}

/** Belt and braces: the browser is cut off from the network whatever a page may find to ask with. */
const FORGET_SOCKETS = `for (const name of ["RTCPeerConnection", "webkitRTCPeerConnection", "WebTransport"]) delete globalThis[name];`;

const LOOK_EVERY_MS = 50;

/** Resolves when the page has fallen silent, or has had its time: many never do, and what it shows by then is the page. */
async function settled(requests: SubRequests, signal: AbortSignal): Promise<void> {
  const until = performance.now() + SETTLE_LIMIT_MS;
  while (!requests.isQuiet && performance.now() < until && !signal.aborted) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

class TooLarge extends Error {}
class LedAway extends Error {}

const renderTimeout = (): Failure => ({
  advice: "retry",
  code: "render-timeout",
  message: "The page's scripts did not come to an end within the time that a page is given.",
  reason: { code: "render-timeout" },
});

const ledAway = (): Failure => ({
  advice: "retry",
  code: "render-led-away",
  message: "A script of the page leads on to another address before the page is complete; it is not followed.",
  reason: { code: "render-led-away" },
});

/** What a browser throws is the page's doing, or that of a browser that died of it. */
async function attempt<T>(work: () => Promise<T>, maxBytes = 0): Promise<Result<T>> {
  try {
    return ok(await work());
  } catch (error) {
    if (error instanceof LedAway) return { ok: false, failure: ledAway() };
    if (error instanceof TooLarge) return { ok: false, failure: bodyTooLarge(maxBytes) };
    const cause = error instanceof Error ? error.message.split("\n")[0]!.slice(0, 200) : String(error);
    const reason = { code: "render-failed", detail: cause } as const;
    return failFor("retry", reason, `The page could not be shown in the browser (${cause}).`);
  }
}
