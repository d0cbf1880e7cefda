import type { EngineContext } from "#engine/context";
import { ok, type Result } from "#model/failure";
import type { FetchResult } from "#model/fetcher";
import type { KeptBody, LookRecord } from "#store/writer";

/** What went over the wire is kept in the archive; where nobody listened, or there is none, the store keeps the page itself. */
export const goesToArchive = (context: Pick<EngineContext, "archive">, fetched: FetchResult): boolean =>
  context.archive?.isReadOnly === false && exchangesOf(fetched).length > 0;

const exchangesOf = (fetched: FetchResult) => (fetched.ok ? fetched.value.exchanges : fetched.exchanges) ?? [];

/**
 * Adds what a look received to the archive, before the look is recorded: a version never cites what is not on the disk. A look
 * that is not recorded after all leaves records that nothing cites.
 */
export async function keep(
  context: EngineContext,
  record: LookRecord,
  fetched: FetchResult,
): Promise<Result<LookRecord>> {
  const { archive } = context;
  if (!archive || !goesToArchive(context, fetched)) return ok(record);
  const { raw } = record;
  const kept = await archive.append(exchangesOf(fetched), { cited: raw !== undefined });
  if (!kept.ok) return kept;
  if (!raw || kept.value === null) return ok(record);
  const body: KeptBody = { digest: raw.digest, contentType: raw.contentType, place: kept.value };
  return ok({ ...record, raw: body });
}
