import { type DrivenClock, systemClock } from "#lib/clock";

/** Moves the clock on whenever all that is left to do waits for it, until the work is done. */
export async function whileDriven<T>(clock: DrivenClock, work: Promise<T>): Promise<T> {
  let done = false;
  const finished = work.finally(() => {
    done = true;
  });
  // A rejection is for whoever awaits the result below.
  finished.catch(() => {});
  while (!done) {
    if (clock.asleep > 0) clock.wakeNext();
    await new Promise((resolve) => setImmediate(resolve));
  }
  return finished;
}

/** Often enough for a page that says "just now", rarely enough to cost nothing. */
const TICK_MS = 250;

/** From now on the driven clock shows the system's time; `onTick` is called whenever it has moved. Returns what ends this. */
export function followSystemClock(clock: DrivenClock, onTick: () => void): () => void {
  const timer = setInterval(() => {
    clock.advanceTo(systemClock.now());
    onTick();
  }, TICK_MS);
  return () => clearInterval(timer);
}
