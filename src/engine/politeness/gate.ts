import type { EngineDeps } from "#engine/deps";
import { gapAt, tomorrowAt } from "#fetch/pace";
import { type RobotsPolicy, robotsPolicy } from "#fetch/robots-policy";
import { robotsText } from "#fetch/robots-text";
import { Lru } from "#lib/lru";
import { hostKey } from "#lib/url";
import { type Failure, reasonOf } from "#model/failure";
import type { FetchRequest, FetchResult, Permission } from "#model/fetcher";
import type { Manners } from "#model/manners";
import type { Source } from "#model/source";
import type { RobotsRecord } from "#store/reader";
import { leastGap, requestsLeft } from "./allowance.ts";
import type { HeldHost } from "./held-host.ts";

/** robots.txt files kept parsed in memory. */
const PARSED_LIMIT = 2000;
/**
 * Only the first 500 KiB count (RFC 9309); a longer file is read this far, so that its length makes no host unreachable. A file
 * that is even longer is not a robots.txt; as long as the host serves it, nothing is requested.
 */
const ROBOTS_BODY_BYTES = 4 * 2 ** 20;
/** In the middle of a look, the wait for a turn at a foreign host is never longer than this. */
const LONGEST_TURN_MS = 120_000;
/** A turn at a foreign host lasts so long: until then the request has to go out, connecting included. The next turn begins later by it. */
const TURN_MS = 5_000;

/** Who asks, and how. */
export interface Holding {
  /** The host whose lease the caller holds; null when a person asks, who holds none. */
  readonly leased: string | null;
  /** The gap kept at hosts that are not held; robots.txt and refusals may ask for a longer one. */
  readonly gapMs: number;
  /** A person waits for the answer, so that the lower floor of gaps holds. */
  readonly waiting?: boolean;
  /** Of the leased host, as they stood when it was leased; asked for when absent. */
  readonly manners?: Manners;
  /** The leased host itself; absent where no one else can have it. */
  readonly host?: HeldHost;
  /** How pages of the article's source are read; asked for when absent. */
  readonly render?: Source["render"];
  /** Ends the waiting and the request under way. */
  readonly signal?: AbortSignal | undefined;
}

interface Known {
  readonly record: RobotsRecord;
  readonly policy: RobotsPolicy;
}

/** robots.txt and politeness in front of every request. */
export interface Gate {
  /** True when robots.txt of this URL's origin is known and fresh. */
  knows(url: string): Promise<boolean>;
  /**
   * Asks the origin for its robots.txt and remembers the answer, which it returns. The caller holds the host or waited its turn.
   */
  learn(url: string, signal?: AbortSignal, permission?: Permission | null): Promise<FetchResult>;
  /** Leave to ask the leased host now; a failure when it is another worker's by now. */
  hold(url: string, holding: Holding): Promise<Failure | Permission | null>;
  /** Sitemaps named by the origin's robots.txt. */
  sitemaps(url: string): Promise<readonly string[]>;
  /** Crawl-delay of the origin's robots.txt, or null. */
  crawlDelayMs(url: string): Promise<number | null>;
  /**
   * The same without robots.txt, for what is no crawling: requests to a hub, which the publisher names for just this. Turns and the
   * cap of the day hold.
   */
  turn(holding: Holding): NonNullable<FetchRequest["permit"]>;
  /** For `FetchRequest.permit`: waits its turn at hosts not held, then says until when, or why, the request may, or must not, be sent. */
  permit(holding: Holding): NonNullable<FetchRequest["permit"]>;
}

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one closure over the state of the gate; to be divided.
export function createGate(deps: Omit<EngineDeps, "owner">): Gate {
  const { fetcher, clock, settings } = deps;
  const { reader, writer } = deps.store;
  const policies = new Lru<string, Known>(PARSED_LIMIT);

  const fresh = async (url: string): Promise<RobotsPolicy | null> => {
    const { origin } = new URL(url);
    const isFresh = (known: Known) => clock.now() - known.record.fetchedAt < known.policy.ttlMs;
    const held = policies.get(origin);
    if (held && isFresh(held)) return held.policy;
    const record = await reader.robots(origin);
    if (!record) return null;
    const known: Known = { record, policy: robotsPolicy(record, settings.agentToken) };
    if (!isFresh(known)) return null;
    policies.set(origin, known);
    return known.policy;
  };

  const learn = async (
    url: string,
    signal?: AbortSignal,
    permission: Permission | null = null,
  ): Promise<FetchResult> => {
    const origin = new URL(url).origin;
    const answer = await fetcher.fetch({
      url: `${origin}/robots.txt`,
      maxBodyBytes: ROBOTS_BODY_BYTES,
      // Where it leads from there was not asked for leave: it is no host that is held.
      permit: async (asked) => (hostKey(asked) === hostKey(url) ? permission : null),
      ...(signal && { signal }),
    });
    // We interrupted it, which says nothing about the host.
    if (!answer.ok && answer.failure.advice === "stop") return answer;
    const found = answer.ok && answer.value.status >= 200 && answer.value.status < 300;
    const record: RobotsRecord = {
      origin,
      status: answer.ok ? answer.value.status : null,
      text: found ? robotsText(answer.value.body) : "",
      fetchedAt: clock.now(),
    };
    await writer.saveRobots(record);
    policies.set(origin, { record, policy: robotsPolicy(record, settings.agentToken) });
    return answer;
  };

  const crawlDelayMs = async (url: string): Promise<number | null> => (await fresh(url))?.crawlDelayMs ?? null;

  const gapAtHost = async (url: string, holding: Holding, manners: Manners): Promise<number> => {
    const gapMs = leastGap(settings, url, holding);
    return gapAt({ gapMs, crawlDelayMs: await crawlDelayMs(url), slowness: manners, now: clock.now() });
  };

  const hold = async (url: string, holding: Holding): Promise<Failure | Permission | null> => {
    const { host } = holding;
    if (!host) return null;
    const manners = holding.manners ?? (await reader.manners(host.key));
    const gapMs = await gapAtHost(url, holding, manners);
    if (!(await host.keep(gapMs))) return turnOver(host.key);
    return {
      mayGoOut: () => (host.covers(gapMs) ? null : turnOver(host.key)),
      mayArrive: () => host.covers(gapMs),
    };
  };

  const waitTurn = async (url: string, holding: Holding): Promise<Failure | Permission | null> => {
    const key = hostKey(url);
    const manners = await reader.manners(key);
    if (requestsLeft(settings, manners, clock.now()) <= 0) return dayIsOver(key, clock.now());
    const gapMs = await gapAtHost(url, holding, manners);
    // What a person asks for by hand goes out as soon as it can: such requests are few.
    const turnMs = holding.leased === null || gapMs === 0 ? 0 : TURN_MS;
    const at = await writer.reserveHost(key, clock.now(), gapMs + turnMs);
    const waitMs = at - clock.now();
    if (waitMs > LONGEST_TURN_MS) {
      const message = `The host ${key} is busy for another ${Math.round(waitMs / 1000)} s; the look is put off.`;
      const reason = { code: "host-busy", host: key, waitMs } as const;
      return { advice: "later", code: "host-busy", message, reason, retryAfterMs: waitMs };
    }
    if (waitMs > 0) await clock.sleep(waitMs, holding.signal);
    return turnMs === 0 ? null : { mayGoOut: () => (clock.now() <= at + turnMs ? null : turnMissed(key, gapMs)) };
  };

  const leave = (url: string, holding: Holding): Promise<Failure | Permission | null> =>
    hostKey(url) === holding.leased ? hold(url, holding) : waitTurn(url, holding);

  const permit = (holding: Holding) => async (url: string) => {
    const given = await leave(url, holding);
    if (isRefused(given)) return given;
    const known = await fresh(url);
    // A user who asks by hand may just have fixed the network: then an unreachable host is tried again at once.
    if (known && (known.reached || holding.leased !== null)) return known.refusal(url) ?? given;
    const heard = await learn(url, holding.signal, given);
    if (!heard.ok && heard.failure.advice === "stop") return heard.failure;
    if (!heard.ok) return withCause((await fresh(url))?.refusal(url) ?? null, heard.failure);
    if (hostKey(url) === holding.leased) {
      const manners = holding.manners ?? (await reader.manners(holding.leased));
      await clock.sleep(await gapAtHost(url, holding, manners), holding.signal);
    }
    const again = await leave(url, holding);
    return isRefused(again) ? again : ((await fresh(url))?.refusal(url) ?? again);
  };

  const turn = (holding: Holding) => (url: string) => leave(url, holding);

  return {
    turn,
    hold,
    knows: async (url) => (await fresh(url)) !== null,
    learn,
    sitemaps: async (url) => (await fresh(url))?.sitemaps ?? [],
    crawlDelayMs,
    permit,
  };
}

const isRefused = (given: Failure | Permission | null): given is Failure => given !== null && "advice" in given;

/** Another worker has the host, or may have it before the pause after a request would be over. Nothing was learned. */
const turnOver = (key: string): Failure => ({
  advice: "stop",
  code: "turn-over",
  message: `The turn at ${key} was over before the request could be sent.`,
});

const turnMissed = (key: string, waitMs: number): Failure => ({
  advice: "later",
  code: "host-busy",
  message: `The turn at ${key} was over before the request could be sent; the look is put off.`,
  reason: { code: "host-busy", host: key, waitMs },
  retryAfterMs: waitMs,
});

const dayIsOver = (key: string, now: number): Failure => ({
  advice: "later",
  code: "day-cap",
  message: `${key} has had all requests that a day may see (setting daily-cap); it is asked again tomorrow.`,
  reason: { code: "day-cap", host: key },
  retryAfterMs: tomorrowAt(now) - now,
});

/** A refusal for want of a robots.txt, with the reason why none could be had: a mistyped name shows as such. */
const withCause = (refusal: Failure | null, cause: Failure): Failure => ({
  ...(refusal ?? cause),
  message: `${cause.message} It was asked for its robots.txt, which comes before anything else.`,
  reason: { ...reasonOf(cause), forRobots: true },
});
