import type { EngineContext } from "#engine/context";
import { leadsInward } from "#engine/politeness/inward";
import { leadsOn } from "#extract/page/leads-on";
import type { RawExchange } from "#model/archive";
import type { FetchResult } from "#model/fetcher";
import type { AskedLook } from "./asking.ts";

export interface AnsweredLook extends AskedLook {
  readonly fetched: FetchResult;
  /** What went over the wire and belongs in the archive; empty where the store keeps pages itself. */
  readonly forArchive: readonly RawExchange[];
}

/** Asks for the page: if it changed, or past all caches while a text, here or beside it, has to prove itself. */
export async function answer(
  context: Pick<EngineContext, "fetcher" | "gate" | "archive" | "settings">,
  look: AskedLook,
): Promise<AnsweredLook> {
  const { article, holding, isFresh, asking, proving } = look;
  const fetched = await context.fetcher.fetch({
    url: proving?.url ?? article.url,
    permit: context.gate.permit(holding),
    leadsTo: ({ url, body }) => outsideOf(context, url, refreshOf(body, url)),
    ...(holding.signal && { signal: holding.signal }),
    ...(isFresh && { fresh: true }),
    ...(asking.render && { render: asking.render }),
    ...(asking.validators && { validators: asking.validators }),
  });
  return { ...look, fetched, forArchive: forArchive(context, fetched) };
}

/** Null also for a refresh that leads to a place inside. */
const outsideOf = ({ settings }: Pick<EngineContext, "settings">, from: string, to: string | null): string | null =>
  to !== null && leadsInward(settings, from, to) ? null : to;

/** Nothing where there is no archive, where it is only read, or where no one listened to the wire. */
export function forArchive({ archive }: Pick<EngineContext, "archive">, fetched: FetchResult): readonly RawExchange[] {
  if (archive?.isReadOnly !== false) return [];
  return (fetched.ok ? fetched.value.exchanges : fetched.exchanges) ?? [];
}

/** Longer pages lead nowhere: they are read. */
const MAX_LEADING_BYTES = 60_000;

/** What a meta refresh says is in ASCII, whatever the page is in. */
function refreshOf(body: Uint8Array, url: string): string | null {
  if (body.byteLength > MAX_LEADING_BYTES) return null;
  const on = leadsOn(Buffer.from(body).toString("utf8"), url);
  return on?.by === "refresh" ? on.url : null;
}
