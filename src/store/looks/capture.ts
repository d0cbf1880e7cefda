import { sql } from "kysely";
import { HOUR_MS } from "#lib/clock";
import type { ArticleId } from "#model/id";
import { digestBytes } from "#store/bytes";
import { PIPELINED } from "#store/pipelined";
import { reasonColumn } from "#store/reasons/column";
import type { ArticleRow, Trx } from "#store/schema";
import { markSuccess } from "#store/sources/write";
import { isHiddenRow } from "#store/visible";
import type { MergedLook } from "#store/writer";
import { FAILED } from "./failed.ts";

/** Writes that a look was made, and counts it. */
export async function insertCapture(
  trx: Trx,
  article: ArticleRow,
  look: MergedLook,
  versionNumber: number | null,
): Promise<void> {
  await trx
    .insertInto("capture")
    .values({
      article_id: article.id,
      source_id: article.source_id,
      captured_at: look.capturedAt,
      took_ms: Math.round(look.tookMs),
      outcome: look.outcome,
      status: look.status,
      final_url: look.finalUrl,
      decision: look.decision,
      reason: reasonColumn(look.reason),
      version_number: versionNumber,
      body_digest: look.bodyDigest === null ? null : digestBytes(look.bodyDigest),
      body_bytes: look.bodyBytes,
    })
    .modifyEnd(PIPELINED)
    .execute();
  await tally(trx, article, look);
}

async function tally(trx: Trx, article: ArticleRow, look: MergedLook): Promise<void> {
  const failed = FAILED.includes(look.outcome);
  await trx
    .insertInto("look_tally")
    .values({
      source_id: article.source_id,
      hour: Math.floor(look.capturedAt / HOUR_MS),
      looks: 1,
      failed: failed ? 1 : 0,
    })
    .onConflict((conflict) =>
      conflict.columns(["source_id", "hour"]).doUpdateSet({
        looks: sql`look_tally.looks + excluded.looks`,
        failed: sql`look_tally.failed + excluded.failed`,
      }),
    )
    .modifyEnd(PIPELINED)
    .execute();
  // When a source was last read is on its page, which tells nothing of what is hidden; the next poll says the rest.
  if (!failed && !isHiddenRow(article)) await markSuccess(trx, article.source_id, look.capturedAt);
}

/** The first millisecond from `at` on at which none of the articles has a look: there is one look per article and instant. */
export async function freeInstant(trx: Trx, articles: readonly ArticleId[], at: number): Promise<number> {
  for (let instant = at; ; instant++) {
    const taken = trx.selectFrom("capture").select("id").where("article_id", "in", articles);
    if (!(await taken.where("captured_at", "=", instant).executeTakeFirst())) return instant;
  }
}
