import { DAY_MS, MINUTE_MS } from "#lib/clock";
import type { Failure } from "#model/failure";
import { parseRobots, type Robots } from "./robots.ts";
import { AGENT_TOKEN } from "./settings.ts";

/** RFC 9309, 2.4: a copy should not be used for more than 24 hours. */
export const ROBOTS_TTL_MS = DAY_MS;

/** Where robots.txt could not be had nothing is asked meanwhile, so it is tried again well before a day has passed. */
export const ROBOTS_RETRY_MS = 30 * MINUTE_MS;

/** What may be asked of a host, and for how long we know. */
export interface RobotsPolicy extends Robots {
  /** Null when the URL may be asked: fits `FetchRequest.permit`. */
  refusal(url: string): Failure | null;
  /** False when no answer to go by came: then nothing is allowed for now. */
  readonly reached: boolean;
  /** Ask for robots.txt again this long after it was fetched. */
  readonly ttlMs: number;
}

/**
 * What the answer to /robots.txt means (RFC 9309, 2.3.1), redirects followed; `null`, or a null status, when none came.
 * 2xx: its rules. 4xx: there are none, all is allowed; except 429, which is a plea to stay away. 5xx and no answer:
 * nothing is allowed for now.
 */
export function robotsPolicy(
  answer: { readonly status: number | null; readonly text: string } | null,
  agentToken: string = AGENT_TOKEN,
): RobotsPolicy {
  const status = answer?.status ?? null;
  if (status === null || status >= 500 || status === 429) return unreachable(status);
  const robots = parseRobots(status >= 200 && status < 300 ? (answer?.text ?? "") : "", agentToken);
  return {
    ...robots,
    reached: true,
    ttlMs: ROBOTS_TTL_MS,
    refusal: (url) => (robots.allows(url) ? null : disallowed(url)),
  };
}

function unreachable(status: number | null): RobotsPolicy {
  const met = status === null ? "could not be reached" : `answered with status ${status}`;
  const failure: Failure = {
    advice: "later",
    code: "robots-unreachable",
    message: `The host's robots.txt ${met}, so nothing is asked of it for now.`,
    reason: { code: "robots-unreachable", ...(status !== null && { status }) },
    retryAfterMs: ROBOTS_RETRY_MS,
  };
  return {
    allows: () => false,
    crawlDelayMs: null,
    sitemaps: [],
    reached: false,
    ttlMs: ROBOTS_RETRY_MS,
    refusal: () => failure,
  };
}

const disallowed = (url: string): Failure => ({
  advice: "later",
  code: "robots-disallowed",
  message: `The host's robots.txt asks not to fetch ${url}.`,
  reason: { code: "robots-disallowed", url },
});
