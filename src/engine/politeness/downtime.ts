import type { EngineContext } from "#engine/context";
import { MINUTE_MS } from "#lib/clock";

/** Work that is late by less than this was merely waiting. */
const LATE_LIMIT_MS = 30 * MINUTE_MS;

/** At start: if something has been due for long, Variorum was not running since then; the log of gaps gets an entry. */
export async function noteDowntime({ store, clock }: Pick<EngineContext, "store" | "clock">): Promise<void> {
  const now = clock.now();
  const due = await store.reader.nextDueAt(now);
  if (due === null || now - due < LATE_LIMIT_MS) return;
  await store.writer.saveGap({ hostId: null, cause: "stopped", fromAt: due, untilAt: now });
}
