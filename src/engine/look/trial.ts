import type { EngineContext } from "#engine/context";
import { gapNow } from "#engine/politeness/courtesy";
import type { Decision } from "#model/capture";
import type { HostTurn } from "#store/writer";
import type { AnsweredLook } from "./answer.ts";

export interface Trial {
  readonly validators: NonNullable<HostTurn["validators"]>;
  /** Requests that it took beside the look's own. */
  readonly requests: number;
}

/**
 * Would "not modified" have been the truth? When the whole page shows the same text (`decision`), it would. When it shows another, the
 * server is asked what it would have said: once more, a gap later, with the old validators. Null when the look put nothing to
 * the test, or nothing can be said.
 */
export async function trial(
  context: Pick<EngineContext, "store" | "clock" | "settings" | "gate" | "fetcher">,
  { asking: { onTrial }, fetched, holding }: AnsweredLook,
  decision: Decision,
): Promise<Trial | null> {
  if (!onTrial || !fetched.ok || decision === "none") return null;
  if (decision === "same") return { validators: { lied: false, at: context.clock.now() }, requests: 0 };
  const { url } = fetched.value;
  // Whoever holds no host waits for a turn in the permit.
  if (holding.leased !== null) {
    const manners = holding.manners ?? (await context.store.reader.manners(holding.leased));
    await context.clock.sleep(await gapNow(context, url, manners), holding.signal);
  }
  const asked = await context.fetcher.fetch({
    url,
    validators: onTrial,
    permit: context.gate.permit(holding),
    ...(holding.signal && { signal: holding.signal }),
  });
  if (!asked.ok) return null;
  return { validators: { lied: asked.value.status === 304, at: context.clock.now() }, requests: 1 };
}
