import { inclusionProof } from "#lib/merkle";
import type { ArticleId } from "#model/id";
import type { VersionProof } from "#model/ledger";
import { digestHex } from "#store/bytes";
import type { Db, RowId } from "#store/schema";
import { toLedgerDay } from "./days.ts";
import { versionData } from "./leaves.ts";
import { asPublished } from "./published.ts";
import { marksOf } from "./tree.ts";

/** Whether a closed day has the version. */
export async function isSealed(db: Db, id: ArticleId, number: number): Promise<boolean> {
  const version = db.selectFrom("version").select("id").where("article_id", "=", id).where("number", "=", number);
  const row = await version.executeTakeFirst();
  return row !== undefined && (await dayOf(db, row.id)) !== undefined;
}

/** The closed day that has the version which the database numbered so. */
const dayOf = (db: Db, version: RowId) =>
  db
    .selectFrom("ledger_day")
    .selectAll()
    .where("version_high", ">=", version)
    .orderBy("number")
    .limit(1)
    .executeTakeFirst();

/** Null when there is no such version, or when no day that has it is closed yet. */
export async function versionProof(db: Db, id: ArticleId, number: number): Promise<VersionProof | null> {
  const select = db.selectFrom("version").selectAll().where("article_id", "=", id).where("number", "=", number);
  const row = await select.executeTakeFirst();
  if (!row) return null;
  const day = await dayOf(db, row.id);
  if (!day) return null;
  const before = await db
    .selectFrom("ledger_day")
    .selectAll()
    .where("number", "=", day.number - 1)
    .executeTakeFirst();
  const earlier = await db
    .selectFrom("version")
    .select(db.fn.countAll<number>().as("n"))
    .where("id", ">", before?.version_high ?? 0)
    .where("id", "<", row.id)
    .executeTakeFirstOrThrow();
  const kept = db
    .selectFrom("ledger_part")
    .select("marks")
    .where("day", "=", day.number)
    .where("kind", "=", "versions");
  const leaves = marksOf(
    "versions",
    (await kept.orderBy("part").execute()).map(({ marks }) => marks),
  );
  const index = Number(earlier.n);
  if (index >= leaves.length) return null;
  const [published] = await asPublished(db, [row]);
  return {
    leaf: versionData(published!),
    index,
    hashes: inclusionProof(leaves, index).map(digestHex),
    day: toLedgerDay(day, before ? digestHex(before.root) : null),
  };
}
