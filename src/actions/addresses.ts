import type { Clock } from "#lib/clock";
import type { Actor } from "#model/actor";
import { fail, ok, type Result } from "#model/failure";
import type { ArticleId } from "#model/id";
import type { Writer } from "#store/writer";
import { permit } from "./roles.ts";

export interface UndoAddressInput {
  readonly article: ArticleId;
  /** Number of the decision in the log. */
  readonly decision: number;
}

/** Takes back what was decided about an address of an article; it is not decided again. */
export async function undoAddress(
  { store, clock }: { readonly store: { readonly writer: Pick<Writer, "undoAddress"> }; readonly clock: Clock },
  actor: Actor,
  { article, decision }: UndoAddressInput,
): Promise<Result<void>> {
  const allowed = permit(actor, "undo-address");
  if (!allowed.ok) return allowed;
  if (Number.isSafeInteger(decision) && (await store.writer.undoAddress(article, decision, clock.now())))
    return ok(undefined);
  return fail("never", "no-such-decision", "The article has no decision with this number that still stands.");
}
