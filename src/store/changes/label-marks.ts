import type { Change } from "#model/change";
import type { LabelMark, MarkedLabel } from "#model/label-mark";
import type { Db, Trx } from "#store/schema";
import { readChange } from "./read.ts";

/** Marks read at once: an operator makes a few a day. */
const MAX_MARKS = 10_000;

/** The newest first; of one change alone where it is given. */
export async function labelMarks(db: Db, change?: Pick<Change, "id">): Promise<readonly LabelMark[]> {
  let select = db
    .selectFrom("label_mark")
    .innerJoin("change", "change.id", "label_mark.change_id")
    .select([
      "change.article_id as articleId",
      "change.from_number as from",
      "change.to_number as to",
      "label_mark.kind",
      "label_mark.reason",
      "label_mark.marked_at as markedAt",
    ]);
  if (change) select = select.where("change.id", "=", change.id);
  const rows = await select
    .orderBy("label_mark.marked_at", "desc")
    .orderBy("change.id", "desc")
    .limit(MAX_MARKS)
    .execute();
  return rows.map((row) => ({ ...row }));
}

/** Marks a label as wrong, or takes the mark back where `at` is null. False when there is no such change. */
export async function markLabel(
  trx: Trx,
  { articleId, from, to, kind, reason }: MarkedLabel,
  at: number | null,
): Promise<boolean> {
  const change = await readChange(trx, articleId, from, to);
  if (!change) return false;
  if (at === null) {
    const one = trx.deleteFrom("label_mark").where("change_id", "=", change.id).where("kind", "=", kind);
    await one.where("reason", "=", reason).execute();
    return true;
  }
  await trx
    .insertInto("label_mark")
    .values({ change_id: change.id, kind, reason, marked_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return true;
}
