import { systemClock } from "#lib/clock";
import type { Status } from "#publish/http/status";
import type { Services } from "./compose.ts";

/** If the store does not answer a small question in this time, it does not answer readers either. Real time. */
const READY_WITHIN_MS = 2_000;

/** The state of the services; not ready from the moment they were asked to stop. */
export const statusOf = (
  { store, metrics }: Services,
  stopping: AbortSignal,
  pageDamage: () => string | null = () => null,
): Status => ({
  // A damaged database answers small questions, and fails where readers and looks need it.
  notReady: async () => {
    if (stopping.aborted) return "stopping";
    if ((store.damage() ?? pageDamage()) !== null) return "damaged";
    return (await answers(() => store.reader.jobs())) ? null : "no-answer";
  },
  metrics: () => metrics.text(),
});

async function answers(ask: () => Promise<unknown>): Promise<boolean> {
  const answered = new AbortController();
  const late = systemClock.sleep(READY_WITHIN_MS, answered.signal).then(() => false);
  const asked = ask().then(
    () => true,
    () => false,
  );
  const isReady = await Promise.race([asked, late]);
  answered.abort();
  return isReady;
}
