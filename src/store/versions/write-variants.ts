import type { ArticleId, SourceId } from "#model/id";
import type { VariantSighting } from "#model/variant";
import type { Dialect } from "#store/dialect";
import { PIPELINED } from "#store/pipelined";
import type { ArticleRow, Trx } from "#store/schema";
import type { LookDecided } from "#store/writer";
import { wellFormed } from "./open-version.ts";
import { paragraphTexts } from "./read.ts";
import { encodeVariant, numbersByText } from "./variant-text.ts";
import { decodeRefs } from "./version-text.ts";

/** Writes what deciding remembers now, and the texts that are no versions. */
export async function saveDecided(
  trx: Trx,
  dialect: Dialect,
  article: ArticleRow,
  decided: LookDecided,
  versionNumber: number,
): Promise<void> {
  const memory = JSON.stringify(decided.memory);
  await trx
    .insertInto("deciding")
    .values({ article_id: article.id, ...dialect.ofSource(article.source_id), memory })
    .onConflict((conflict) => conflict.column("article_id").doUpdateSet({ memory }))
    .modifyEnd(PIPELINED)
    .execute();
  const stored = await storedHashes(trx, article.id);
  const wanted = new Set(decided.variants.map((variant) => variant.hash));
  for (const hash of stored.difference(wanted)) {
    const gone = trx.deleteFrom("variant").where("article_id", "=", article.id).where("hash", "=", bytesOf(hash));
    await gone.modifyEnd(PIPELINED).execute();
  }
  for (const variant of decided.variants) {
    const isMet = decided.met?.hash === variant.hash;
    if (stored.has(variant.hash)) await update(trx, article, variant, isMet ? versionNumber : null);
    else if (isMet) await insert(trx, article, variant, decided, versionNumber);
  }
}

async function storedHashes(trx: Trx, id: ArticleId): Promise<ReadonlySet<string>> {
  const rows = await trx.selectFrom("variant").select("hash").where("article_id", "=", id).execute();
  return new Set(rows.map((row) => Buffer.from(row.hash).toString("hex")));
}

const bytesOf = (hash: string): Uint8Array => Buffer.from(hash, "hex");

const sightingOf = (variant: VariantSighting) => ({
  state: variant.state,
  rule: variant.rule,
  first_seen_at: variant.firstSeenAt,
  last_seen_at: variant.lastSeenAt,
  looks: variant.looks,
  runs: variant.runs,
  decides_at: variant.decidesAt,
});

async function update(
  trx: Trx,
  article: ArticleRow,
  variant: VariantSighting,
  versionNumber: number | null,
): Promise<void> {
  await trx
    .updateTable("variant")
    .set({ ...sightingOf(variant), ...(versionNumber !== null && { version_number: versionNumber }) })
    .where("article_id", "=", article.id)
    .where("hash", "=", bytesOf(variant.hash))
    .modifyEnd(PIPELINED)
    .execute();
}

async function insert(
  trx: Trx,
  article: ArticleRow,
  variant: VariantSighting,
  { met }: LookDecided,
  versionNumber: number,
): Promise<void> {
  const { encoded, cut } = encodeVariant(wellFormed(met!.text), await latestParagraphs(trx, article));
  await trx
    .insertInto("variant")
    .values({
      article_id: article.id,
      source_id: article.source_id,
      hash: bytesOf(variant.hash),
      version_number: versionNumber,
      text: encoded,
      cut: Number(cut),
      ...sightingOf(variant),
    })
    .execute();
}

async function latestParagraphs(trx: Trx, article: ArticleRow) {
  const latest = await trx
    .selectFrom("version")
    .select("text")
    .where("id", "=", article.latest_version_id)
    .executeTakeFirst();
  const encoded = latest?.text ?? "";
  const ids = decodeRefs(encoded).map((ref) => ref.paragraph);
  return numbersByText(encoded, await paragraphTexts(trx, ids));
}

/** Variants of a merged article go over; of the same text the original's stays. What was remembered of the duplicate goes. */
export async function moveVariants(trx: Trx, from: ArticleId, to: ArticleId, sourceId: SourceId): Promise<void> {
  await trx.deleteFrom("deciding").where("article_id", "=", from).execute();
  await trx
    .deleteFrom("variant")
    .where("article_id", "=", from)
    .where("hash", "in", (of) => of.selectFrom("variant").select("hash").where("article_id", "=", to))
    .execute();
  await trx
    .updateTable("variant")
    .set({ article_id: to, source_id: sourceId })
    .where("article_id", "=", from)
    .execute();
}
