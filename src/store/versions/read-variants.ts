import type { ArticleId } from "#model/id";
import type { Memory } from "#model/memory";
import type { Variant } from "#model/variant";
import type { Remembered } from "#store/reader";
import type { Db } from "#store/schema";
import { paragraphTexts } from "./read.ts";
import { decodeVariant, paragraphsIn } from "./variant-text.ts";

export async function readMemory(db: Db, id: ArticleId): Promise<Memory | null> {
  const row = await db.selectFrom("deciding").select("memory").where("article_id", "=", id).executeTakeFirst();
  return row ? (JSON.parse(row.memory) as Memory) : null;
}

export async function readRemembered(db: Db, id: ArticleId): Promise<Remembered | null> {
  const row = await db
    .selectFrom("version")
    .leftJoin("deciding", "deciding.article_id", "version.article_id")
    .select(["version.last_seen_at", "deciding.memory"])
    .where("version.article_id", "=", id)
    .orderBy("version.number", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  return { memory: row.memory === null ? null : (JSON.parse(row.memory) as Memory), latestSeenAt: row.last_seen_at };
}

export async function readVariants(db: Db, id: ArticleId): Promise<readonly Variant[]> {
  const rows = await db
    .selectFrom("variant")
    .selectAll()
    .where("article_id", "=", id)
    .orderBy("last_seen_at", "desc")
    .orderBy("id", "desc")
    .execute();
  const texts = await paragraphTexts(
    db,
    rows.flatMap((row) => paragraphsIn(row.text)),
  );
  return rows.map((row) => ({
    articleId: row.article_id,
    hash: Buffer.from(row.hash).toString("hex"),
    state: row.state,
    rule: row.rule,
    versionNumber: row.version_number,
    firstSeenAt: row.first_seen_at,
    lastSeenAt: row.last_seen_at,
    looks: row.looks,
    runs: row.runs,
    decidesAt: row.decides_at,
    text: decodeVariant(row.text, texts),
    cut: row.cut === 1,
  }));
}
