/** How politely a host was asked. */
export interface HostRequests {
  readonly host: string;
  readonly count: number;
  /**
   * Least time between the starts of two requests, in milliseconds of the newsroom's clock; null before the second.
   * robots.txt and the request that follows a redirect at once are left out: they are part of another request.
   */
  readonly smallestGapMs: number | null;
  /** Most requests under way at the same time. */
  readonly concurrentPeak: number;
  /** Requests for paths that robots.txt forbids. */
  readonly robotsViolations: number;
}

interface Tally {
  count: number;
  smallestGapMs: number | null;
  concurrentPeak: number;
  robotsViolations: number;
  open: number;
  lastAt: number | null;
  redirectedTo: string | null;
}

/** Counts requests by host name; one per server. */
export class RequestLog {
  readonly #hosts = new Map<string, Tally>();

  begin(host: string, path: string, now: number, disallowed: readonly string[]): void {
    const tally = this.#tally(host);
    tally.count++;
    tally.open++;
    tally.concurrentPeak = Math.max(tally.concurrentPeak, tally.open);
    if (disallowed.some((prefix) => path.startsWith(prefix))) tally.robotsViolations++;
    const follows = tally.redirectedTo === path;
    tally.redirectedTo = null;
    if (path === "/robots.txt" || follows) return;
    if (tally.lastAt !== null) tally.smallestGapMs = Math.min(tally.smallestGapMs ?? Infinity, now - tally.lastAt);
    tally.lastAt = now;
  }

  end(host: string): void {
    this.#tally(host).open--;
  }

  redirected(host: string, path: string): void {
    this.#tally(host).redirectedTo = path;
  }

  report(): readonly HostRequests[] {
    return [...this.#hosts].map(([host, { count, smallestGapMs, concurrentPeak, robotsViolations }]) => ({
      host,
      count,
      smallestGapMs,
      concurrentPeak,
      robotsViolations,
    }));
  }

  #tally(host: string): Tally {
    let tally = this.#hosts.get(host);
    if (!tally) {
      tally = {
        count: 0,
        smallestGapMs: null,
        concurrentPeak: 0,
        robotsViolations: 0,
        open: 0,
        lastAt: null,
        redirectedTo: null,
      };
      this.#hosts.set(host, tally);
    }
    return tally;
  }
}
