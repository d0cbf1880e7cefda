import { fail, ok, type Result } from "#model/failure";
import type { FeedInput } from "./content.ts";

/** An answer as it came, whatever its status. */
export interface Grabbed extends FeedInput {
  readonly status: number;
}

/** What exploring needs of the world. */
export interface ExploreTools {
  /** Fetches politely; robots.txt, the address guard and limits are its business. */
  readonly grab: (url: string) => Promise<Result<Grabbed>>;
  /** Sitemap addresses in the robots.txt of an origin; none when there is no file. */
  readonly sitemapsOf: (origin: string) => Promise<readonly string[]>;
  /** Called with a sentence per step, for a person who waits. */
  readonly onStep?: (text: string) => void;
}

/**
 * Requests for one address that someone adds. Hosts are asked seconds apart, so that this is also how long a person
 * waits: two minutes at 10 s for a site that hides everything.
 */
export const MAX_REQUESTS = 12;

/** Asks a host few questions, and none any more once it says that it is too many. */
export class Asker {
  readonly #tools: ExploreTools;
  #left = MAX_REQUESTS;
  /** The host asked for peace (429, 503, Retry-After) or we ourselves are in trouble. */
  closed = false;

  constructor(tools: ExploreTools) {
    this.#tools = tools;
  }

  say(text: string): void {
    this.#tools.onStep?.(text);
  }

  sitemapsOf(origin: string): Promise<readonly string[]> {
    return this.closed ? Promise.resolve([]) : this.#tools.sitemapsOf(origin);
  }

  /** The answer, if it is a good one. */
  async ask(url: string): Promise<Result<Grabbed>> {
    if (this.closed || this.#left === 0) return fail("later", "enough-asked", "Enough was asked of this site for now.");
    this.#left -= 1;
    this.say(`Reading ${url}`);
    const answer = await this.#tools.grab(url);
    if (!answer.ok) {
      this.closed = answer.failure.advice === "stop" || answer.failure.retryAfterMs !== undefined;
      return answer;
    }
    const { status } = answer.value;
    this.closed = status === 429 || status === 503;
    return status >= 200 && status < 300 ? ok(answer.value) : refuse(url, status);
  }
}

function refuse(url: string, status: number): Result<never> {
  if (status === 404 || status === 410) return fail("never", "not-found", `${url} does not exist (HTTP ${status}).`);
  if (status === 429 || status === 503)
    return fail("later", "busy", `${url} asks to come back later (HTTP ${status}).`);
  if (status === 401 || status === 402 || status === 403 || status === 451) {
    return fail("later", "blocked", `${url} is not shown to us (HTTP ${status}).`);
  }
  return fail("retry", "http-status", `${url} answered with HTTP status ${status}.`);
}
