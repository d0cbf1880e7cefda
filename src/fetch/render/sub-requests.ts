import type { Frame, Request, Route } from "playwright-core";
import type { IsAllowed } from "#fetch/target";
import { leadsInside } from "#fetch/target";
import { hostKey } from "#lib/url";
import type { Fetcher, FetchResponse } from "#model/fetcher";
import { ADVERTS } from "./adverts.ts";
import { MAX_PAGE_BYTES, MAX_SUB_BYTES, MAX_SUB_REQUESTS, QUIET_MS } from "./limits.ts";

/** What scripts need to put a text on the page. Pictures, fonts, films, beacons and streams do not. */
const FETCHED: ReadonlySet<string> = new Set(["document", "script", "xhr", "fetch"]);

/** Headers of an answer that mean something to a page; the others would set cookies, start downloads or frame it. */
const PASSED_ON = ["content-type", "content-security-policy"];

export interface SubRequestOptions {
  readonly fetcher: Fetcher;
  readonly isAllowed: IsAllowed;
  /** The page as it was fetched; given to the browser instead of being asked for again. */
  readonly page: FetchResponse;
  readonly signal: AbortSignal;
}

/** Everything that a page asks for: through our fetcher and its guard, within bounds, or not at all. */
export class SubRequests {
  readonly #options: SubRequestOptions;
  readonly #pageUrl: URL;
  #given = false;
  #asked = 0;
  #bytesLeft = MAX_PAGE_BYTES;
  #underWay = 0;
  #latestAt = performance.now();
  readonly #ledAway = Promise.withResolvers<"led away">();

  constructor(options: SubRequestOptions) {
    this.#options = options;
    this.#pageUrl = new URL(options.page.url);
  }

  /** Requests that went to the network. */
  get asked(): number {
    return this.#asked;
  }

  /** Resolves when a script leads on to another page; never rejects. */
  get ledAway(): Promise<"led away"> {
    return this.#ledAway.promise;
  }

  /** Nothing is under way, and nothing was asked for a while: real time, as all that a browser does. */
  get isQuiet(): boolean {
    return this.#underWay === 0 && performance.now() - this.#latestAt >= QUIET_MS;
  }

  async answer(route: Route, main: Frame): Promise<void> {
    this.#underWay += 1;
    try {
      await this.#answer(route, main);
    } finally {
      this.#underWay -= 1;
      this.#latestAt = performance.now();
    }
  }

  async #answer(route: Route, main: Frame): Promise<void> {
    const request = route.request();
    if (request.isNavigationRequest() && request.frame() === main) return this.#answerPage(route);
    // Styles are waited for by some scripts, but no one looks at the page.
    if (request.resourceType() === "stylesheet") return route.fulfill({ contentType: "text/css", body: "" });
    const answer = await this.#fetch(request);
    if (!answer) return route.abort("blockedbyclient");
    await route.fulfill({
      status: answer.status,
      headers: { ...passedOn(answer), ...readableFrom(request) },
      body: Buffer.from(answer.body),
    });
  }

  /** The page itself, once: where its scripts lead on to other pages, it stays where it is (204). */
  async #answerPage(route: Route): Promise<void> {
    if (this.#given) {
      this.#ledAway.resolve("led away");
      return route.fulfill({ status: 204 });
    }
    this.#given = true;
    const { page } = this.#options;
    await route.fulfill({ status: page.status, headers: passedOn(page), body: Buffer.from(page.body) });
  }

  async #fetch(request: Request): Promise<FetchResponse | null> {
    const { fetcher, isAllowed, signal } = this.#options;
    const target = URL.parse(request.url());
    // Only reading: nothing is ever sent to a publisher.
    if (!target || request.method() !== "GET" || !FETCHED.has(request.resourceType())) return null;
    if (!/^https?:$/.test(target.protocol) || ADVERTS.has(hostKey(target.href))) return null;
    // A page from outside is no way to a place inside that is allowed to the operator.
    if (leadsInside(this.#pageUrl, target, isAllowed)) return null;
    if (this.#asked >= MAX_SUB_REQUESTS || this.#bytesLeft <= 0) return null;
    this.#asked += 1;
    const maxBodyBytes = Math.min(MAX_SUB_BYTES, this.#bytesLeft);
    const result = await fetcher.fetch({ url: target.href, maxBodyBytes, signal });
    if (!result.ok) return null;
    this.#asked += result.value.hops.length;
    this.#bytesLeft -= result.value.body.byteLength;
    return result.value;
  }
}

const passedOn = ({ headers }: FetchResponse): Record<string, string> =>
  Object.fromEntries(PASSED_ON.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])));

/**
 * Any page may read any answer: our fetcher sends no Origin, by which servers decide this, and neither cookies nor log-ins that
 * the rule protects; what lies inside was refused before.
 */
function readableFrom(request: Request): Record<string, string> {
  const origin = request.headers()["origin"];
  if (origin === undefined) return {};
  return { "access-control-allow-origin": origin, "access-control-allow-credentials": "true" };
}
