import { hostKey } from "#lib/url";
import type { AddressDecided } from "#model/address-claim";
import type { ArticleId } from "#model/id";
import type { Dialect } from "#store/dialect";
import { ensureHost, refreshReady } from "#store/hosts/write";
import { keyOf, urlKeyHash } from "#store/keys";
import { PIPELINED } from "#store/pipelined";
import type { ArticleRow, Trx } from "#store/schema";

/** A refused address may be another article's: it is no longer known as one of this article. */
export async function saveAddressDecided(
  trx: Trx,
  article: Pick<ArticleRow, "id" | "source_id" | "url">,
  { verdict, kind, from, to, since, evidence }: AddressDecided,
  at: number,
): Promise<void> {
  await trx
    .insertInto("address_decision")
    .values({
      article_id: article.id,
      source_id: article.source_id,
      at,
      verdict,
      kind,
      from_url: from,
      to_url: to,
      from_site: hostKey(from),
      to_site: hostKey(to),
      to_key: urlKeyHash(to),
      since_at: since,
      evidence: evidence && JSON.stringify(evidence),
    })
    .modifyEnd(PIPELINED)
    .execute();
  if (verdict === "refused") await dropUrl(trx, article, to);
}

async function dropUrl(trx: Trx, article: Pick<ArticleRow, "id" | "url">, url: string): Promise<void> {
  if (keyOf(url) === keyOf(article.url)) return;
  await trx
    .deleteFrom("article_url")
    .where("key_hash", "=", urlKeyHash(url))
    .where("article_id", "=", article.id)
    .execute();
}

export async function undoAddress(
  trx: Trx,
  dialect: Dialect,
  id: ArticleId,
  decision: number,
  now: number,
): Promise<boolean> {
  const article = await dialect.locked(trx.selectFrom("article").selectAll().where("id", "=", id)).executeTakeFirst();
  const standing = await trx
    .selectFrom("address_decision")
    .selectAll()
    .where("id", "=", decision)
    .where("article_id", "=", id)
    .where("undone_at", "is", null)
    .executeTakeFirst();
  if (!article || !standing) return false;
  await trx.updateTable("address_decision").set({ undone_at: now }).where("id", "=", decision).execute();
  // A later move led on from there: its own decision has to be undone first for the address to change.
  if (standing.verdict === "moved" && keyOf(article.url) === keyOf(standing.to_url)) {
    const hostId = await ensureHost(trx, hostKey(standing.from_url));
    const again = { next_look_at: now, status: "watched", status_reason: "", failures: 0 } as const;
    const fresh = { etag: null, last_modified: null, body_digest: null, address_claim: null };
    await trx
      .updateTable("article")
      .set({ url: standing.from_url, host_id: hostId, ...again, ...fresh })
      .where("id", "=", id)
      .execute();
    await refreshReady(trx, dialect, hostId, article.host_id);
  }
  return true;
}
