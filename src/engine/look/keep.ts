import type { EngineContext } from "#engine/context";
import type { ArchivePlace, RawExchange } from "#model/archive";
import { ok, type Result } from "#model/failure";

/** What the archive keeps of a look. */
export interface Kept {
  /** Of the page; null when the archive got nothing, or its policy keeps nothing of the kind. */
  readonly place: ArchivePlace | null;
  /** It is never dropped, because a version cites it. */
  readonly isCited: boolean;
}

/**
 * Adds what a look received to the archive, before the look is recorded: a version never cites what is not on the disk. A look
 * that is not recorded after all leaves records that nothing cites.
 * @param before what was kept when this look was decided about the first time; kept again only where a version needs more
 */
export async function keep(
  { archive }: Pick<EngineContext, "archive">,
  exchanges: readonly RawExchange[],
  isCited: boolean,
  before: Kept | null,
): Promise<Result<Kept>> {
  if (before && (before.isCited || !isCited)) return ok(before);
  if (!archive || exchanges.length === 0) return ok({ place: null, isCited });
  const kept = await archive.append(exchanges, { cited: isCited });
  return kept.ok ? ok({ place: kept.value, isCited }) : kept;
}
