import { SECOND_MS, systemClock } from "#lib/clock";
import { FailureError } from "#model/failure";

const FIRST_WAIT_MS = SECOND_MS;
const LONGEST_WAIT_MS = 30 * SECOND_MS;

/**
 * Tries again while what `open` needs is away (a database server that starts after us, or starts again), at ever longer
 * intervals; everything else that goes wrong, and the last failure once the signal has aborted, is thrown.
 * @param tell is called with each failure, in words
 */
export async function patiently<T>(
  open: () => Promise<T>,
  signal: AbortSignal,
  tell: (message: string) => void,
  clock = systemClock,
): Promise<T> {
  for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)) {
    try {
      return await open();
    } catch (error) {
      if (!(error instanceof FailureError) || error.failure.advice !== "retry" || signal.aborted) throw error;
      tell(error.message);
      await clock.sleep(waitMs, signal);
    }
  }
}
