import type { Clock } from "#lib/clock";
import { Lru } from "#lib/lru";
import { type Failure, fail, type Result } from "#model/failure";

/** What costs so much to make that nothing of it may be made twice, or for no one. */
export interface Makings<T> {
  /**
   * Gives what `work` makes. All who ask for one key at a time wait for the same making. A making begins when there is room for
   * it; beyond a bounded queue it is refused with `busy`, before anything is read. When everyone who waits for it has gone,
   * its signal ends and it should stop. A failure that names a wait is not tried again before that.
   * @param signal ends when the one who asks has gone
   */
  make(
    key: string,
    signal: AbortSignal | undefined,
    work: (signal: AbortSignal) => Promise<Result<T>>,
  ): Promise<Result<T>>;
}

export interface MakingLimits {
  /** Makings under way at a time: each holds the texts that it works on. */
  readonly atOnce: number;
  /** Makings that wait for room; each holds nothing but its key. */
  readonly waiting: number;
}

interface Making<T> {
  readonly made: Promise<Result<T>>;
  readonly stop: AbortController;
  readers: number;
}

/** Failures remembered: what many ask for at one time without success. */
const MAX_FAILURES = 1000;

const BUSY_MS = 10_000;
const busy = () => fail("later", "busy", "Many long texts are being compared at this moment.", BUSY_MS);
const gone = () => fail("later", "reader-gone", "No one waits for this any more.");

export function createMakings<T>(clock: Clock, limits: MakingLimits): Makings<T> {
  const underWay = new Map<string, Making<T>>();
  const failures = new Lru<string, { readonly failure: Failure; readonly until: number }>(MAX_FAILURES);
  const room = createRoom(limits);

  const begin = (key: string, work: (signal: AbortSignal) => Promise<Result<T>>): Making<T> => {
    const stop = new AbortController();
    const run = async (): Promise<Result<T>> => {
      if (!(await room.enter(stop.signal))) return stop.signal.aborted ? gone() : busy();
      try {
        const made = await work(stop.signal);
        const waitMs = made.ok ? undefined : made.failure.retryAfterMs;
        if (!made.ok && waitMs !== undefined && !stop.signal.aborted)
          failures.set(key, { failure: made.failure, until: clock.now() + waitMs });
        return made;
      } finally {
        room.leave();
      }
    };
    const forget = () => {
      if (underWay.get(key) === making) underWay.delete(key);
    };
    const making: Making<T> = { made: run().finally(forget), stop, readers: 0 };
    underWay.set(key, making);
    return making;
  };

  return {
    async make(key, signal, work) {
      if (signal?.aborted) return gone();
      const failed = failures.get(key);
      if (failed && failed.until > clock.now())
        return { ok: false, failure: { ...failed.failure, retryAfterMs: failed.until - clock.now() } };
      const running = underWay.get(key);
      const making = running && !running.stop.signal.aborted ? running : begin(key, work);
      making.readers += 1;
      return signal ? raced(making, signal) : making.made;
    },
  };
}

/** The making, or nothing once its reader has gone; the last one to go stops it. */
function raced<T>(making: Making<T>, signal: AbortSignal): Promise<Result<T>> {
  return new Promise((resolve, reject) => {
    const leave = () => {
      making.readers -= 1;
      if (making.readers === 0) making.stop.abort();
      resolve(gone());
    };
    signal.addEventListener("abort", leave, { once: true });
    const forget = () => signal.removeEventListener("abort", leave);
    making.made.finally(forget).then(resolve, reject);
  });
}

/** Places for so many at a time, and a queue of bounded length in front of them. */
function createRoom({ atOnce, waiting }: MakingLimits) {
  let inside = 0;
  const queue: ((entered: boolean) => void)[] = [];
  return {
    /** False when the queue is full, or when `signal` ended before a place was free. */
    async enter(signal: AbortSignal): Promise<boolean> {
      if (inside < atOnce) {
        inside += 1;
        return true;
      }
      if (queue.length >= waiting) return false;
      return new Promise<boolean>((resolve) => {
        const enter = (entered: boolean) => {
          signal.removeEventListener("abort", leave);
          resolve(entered);
        };
        const leave = () => {
          queue.splice(queue.indexOf(enter), 1);
          resolve(false);
        };
        signal.addEventListener("abort", leave, { once: true });
        queue.push(enter);
      });
    },
    leave(): void {
      const next = queue.shift();
      if (next) next(true);
      else inside -= 1;
    },
  };
}
