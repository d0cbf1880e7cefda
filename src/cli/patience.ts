import { SECOND_MS, systemClock } from "#lib/clock";
import { FailureError } from "#model/failure";

const FIRST_WAIT_MS = SECOND_MS;
const LONGEST_WAIT_MS = 30 * SECOND_MS;

/**
 * Tries again, at ever longer intervals, while something that `open` needs is missing: a database server that starts later, or
 * restarts. Throws every other error, and the last failure after the signal has aborted.
 * @param onFailure is called with each failure, in words
 */
export async function patiently<T>(
  open: () => Promise<T>,
  signal: AbortSignal,
  onFailure: (message: string) => void,
  clock = systemClock,
): Promise<T> {
  for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)) {
    try {
      return await open();
    } catch (error) {
      if (!(error instanceof FailureError) || error.failure.advice !== "retry" || signal.aborted) throw error;
      onFailure(error.message);
      await clock.sleep(waitMs, signal);
    }
  }
}
