import type { Clock } from "#lib/clock";
import type { Actor } from "#model/actor";
import { fail, ok, type Result } from "#model/failure";
import type { ArticleId } from "#model/id";
import type { Join } from "#model/join";
import type { Writer } from "#store/writer";
import { permit } from "./roles.ts";

export interface JoinContext {
  readonly store: { readonly writer: Pick<Writer, "separate"> };
  readonly clock: Clock;
}

/** Undoes the join of a younger article. Resolves with it as it was. */
export async function separate(context: JoinContext, actor: Actor, younger: ArticleId): Promise<Result<Join>> {
  const allowed = permit(actor, "separate");
  if (!allowed.ok) return allowed;
  const join = await context.store.writer.separate(younger, context.clock.now());
  return join ? ok(join) : fail("never", "not-joined", `Article ${younger} is not joined to another.`);
}
