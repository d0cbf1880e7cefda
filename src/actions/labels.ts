import type { Clock } from "#lib/clock";
import type { Actor } from "#model/actor";
import type { Change } from "#model/change";
import { fail, ok, type Result } from "#model/failure";
import type { ArticleId } from "#model/id";
import type { LabelMark, MarkedLabel } from "#model/label-mark";
import type { Writer } from "#store/writer";
import { permit } from "./roles.ts";

export interface LabelContext {
  readonly store: {
    readonly reader: {
      change(id: ArticleId, from: number, to: number): Promise<Change | null>;
      labelMarks(change: Change): Promise<readonly LabelMark[]>;
    };
    readonly writer: Pick<Writer, "markLabel">;
  };
  readonly clock: Clock;
}

/** Marks a label of a change as wrong, or takes that back. The mark is kept as data, and changes nothing that readers see. */
export async function markLabel(
  { store, clock }: LabelContext,
  actor: Actor,
  label: MarkedLabel,
  isWrong: boolean,
): Promise<Result<void>> {
  const allowed = permit(actor, "mark-label");
  if (!allowed.ok) return allowed;
  const { articleId, from, to, kind, reason } = label;
  const change = await store.reader.change(articleId, from, to);
  if (!change)
    return fail("never", "no-such-change", `Article ${articleId} has no change from version ${from} to ${to}.`);
  const has = change.summary.labels.some((each) => each.kind === kind && each.reason === reason);
  // A mark may be older than the labels: it can always be taken back.
  if (isWrong && !has) return fail("never", "no-such-label", `The change has no label ${kind} with this reason.`);
  await store.writer.markLabel(label, isWrong ? clock.now() : null);
  return ok(undefined);
}

/** The marks of the labels of a change; none where there is no such change. */
export async function labelMarks(
  { store }: LabelContext,
  actor: Actor,
  { articleId, from, to }: Pick<MarkedLabel, "articleId" | "from" | "to">,
): Promise<Result<readonly LabelMark[]>> {
  const allowed = permit(actor, "mark-label");
  if (!allowed.ok) return allowed;
  const change = await store.reader.change(articleId, from, to);
  return ok(change ? await store.reader.labelMarks(change) : []);
}
