import type { EngineContext } from "#engine/context";
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
  context: Pick<EngineContext, "fetcher" | "gate" | "archive">,
  look: AskedLook,
): Promise<AnsweredLook> {
  const { article, holding, isFresh, asking, proving } = look;
  const fetched = await context.fetcher.fetch({
    url: proving?.url ?? article.url,
    permit: context.gate.permit(holding),
    ...(holding.signal && { signal: holding.signal }),
    ...(isFresh && { fresh: true }),
    ...(asking.render && { render: asking.render }),
    ...(asking.validators && { validators: asking.validators }),
  });
  return { ...look, fetched, forArchive: forArchive(context, fetched) };
}

/** Nothing where there is no archive, where it is only read, or where no one listened to the wire. */
export function forArchive({ archive }: Pick<EngineContext, "archive">, fetched: FetchResult): readonly RawExchange[] {
  if (archive?.isReadOnly !== false) return [];
  return (fetched.ok ? fetched.value.exchanges : fetched.exchanges) ?? [];
}
