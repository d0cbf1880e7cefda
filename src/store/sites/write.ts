import { sql } from "kysely";
import type { Dialect } from "#store/dialect";
import { PIPELINED } from "#store/pipelined";
import type { ArticleRow, Trx } from "#store/schema";
import type { LookLearned, SiteUpdate } from "./site.ts";

/** No rules, as they are stored. */
const NO_RULES = "{}";

export async function saveSite(trx: Trx, { key, memory, revision, raise }: SiteUpdate): Promise<boolean> {
  if (revision === 0) {
    const row = { key, memory, rules: NO_RULES, generation: raise ? 1 : 0, revision: 1 };
    const inserted = await trx
      .insertInto("site")
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return (inserted.numInsertedOrUpdatedRows ?? 0n) > 0n;
  }
  const updated = await trx
    .updateTable("site")
    .set({ memory, generation: sql`generation + ${raise ? 1 : 0}`, revision: revision + 1 })
    .where("key", "=", key)
    .where("revision", "=", revision)
    .executeTakeFirst();
  return updated.numUpdatedRows > 0n;
}

export async function setSiteRules(trx: Trx, key: string, rules: string): Promise<void> {
  await trx
    .insertInto("site")
    .values({ key, memory: null, rules, generation: 1, revision: 1 })
    .onConflict((conflict) =>
      conflict
        .column("key")
        .doUpdateSet({ rules, generation: sql`site.generation + 1`, revision: sql`site.revision + 1` }),
    )
    .execute();
}

export async function forgetSite(trx: Trx, key: string): Promise<boolean> {
  const updated = await trx
    .updateTable("site")
    .set({ memory: null, generation: sql`generation + 1`, revision: sql`revision + 1` })
    .where("key", "=", key)
    .where("memory", "is not", null)
    .executeTakeFirst();
  return updated.numUpdatedRows > 0n;
}

/** A memory that another process overtook is left unwritten: it holds counts, and those go on from the other's. */
export async function saveLearned(
  trx: Trx,
  dialect: Dialect,
  article: ArticleRow,
  { trace, site }: LookLearned,
): Promise<void> {
  if (trace !== undefined) await saveTrace(trx, dialect, article, trace);
  if (site) await saveSite(trx, site);
}

async function saveTrace(trx: Trx, dialect: Dialect, article: ArticleRow, trace: string): Promise<void> {
  await trx
    .insertInto("article_trace")
    .values({ article_id: article.id, ...dialect.ofSource(article.source_id), trace })
    .onConflict((conflict) => conflict.column("article_id").doUpdateSet({ trace }))
    .modifyEnd(PIPELINED)
    .execute();
}
